package org.paptracker.command.action;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.Streams;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.Rating;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/** What can be asked of an action and its milestones. An {@code effectiveOn} that is null means today. */
sealed interface ActionCommand extends Command {
    ActionCode action();

    @Override
    default String stream() {
        return Streams.of(ActionEvent.class, plan(), action());
    }

    /** Agrees the action or, if it is agreed already, amends it: the whole of its details as they should be. */
    record AgreeAction(PlanId plan, ActionCode action, ActionDetails details) implements ActionCommand {}

    record StartAction(
            PlanId plan,
            ActionCode action,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note) implements ActionCommand {}

    record PauseAction(
            PlanId plan, ActionCode action, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements ActionCommand {}

    record ResumeAction(
            PlanId plan,
            ActionCode action,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note) implements ActionCommand {}

    record DeliverAction(
            PlanId plan,
            ActionCode action,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note) implements ActionCommand {}

    record EmbedAction(
            PlanId plan,
            ActionCode action,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note) implements ActionCommand {}

    record CancelAction(
            PlanId plan, ActionCode action, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements ActionCommand {}

    /**
     * @param toAction its code in the other plan
     * @param placement what it belongs to there
     */
    record TransferAction(
            PlanId plan,
            ActionCode action,
            @Nullable BusinessDate effectiveOn,
            PlanId toPlan,
            ActionCode toAction,
            Placement placement,
            @Nullable ErasableText reason)
            implements ActionCommand {}

    /** Codes of another plan; each null where an action keeps the ones it has. */
    record Placement(
            @Nullable SortedSet<AreaCode> areas,
            @Nullable SortedSet<ThemeCode> themes,
            @Nullable SortedSet<WorkstreamCode> workstreams,
            @Nullable SortedSet<OrganisationCode> organisations,
            @Nullable SortedSet<ActionCode> dependsOn) {
        ActionDetails of(ActionDetails details) {
            return details.change()
                    .areas(areas == null ? details.areas() : areas)
                    .themes(themes == null ? details.themes() : themes)
                    .workstreams(workstreams == null ? details.workstreams() : workstreams)
                    .organisations(organisations == null ? details.organisations() : organisations)
                    .dependsOn(dependsOn == null ? details.dependsOn() : dependsOn)
                    .build();
        }
    }

    /** What a transfer asks of the plan it goes to. No request asks it: it comes with {@link TransferAction}. */
    record ReceiveAction(ActionReceived arrival) implements ActionCommand {
        @Override
        public PlanId plan() {
            return arrival.plan();
        }

        @Override
        public ActionCode action() {
            return arrival.action();
        }
    }

    record AssessAction(
            PlanId plan,
            ActionCode action,
            @Nullable BusinessDate effectiveOn,
            Assessor assessor,
            Rating rating,
            @Nullable ErasableText note)
            implements ActionCommand {}

    /** What can be asked of one milestone. */
    sealed interface MilestoneCommand extends ActionCommand {
        MilestoneCode milestone();
    }

    /** Adds the milestone or, if it is there already, amends it: the whole of its details as they should be. */
    record AddMilestone(PlanId plan, ActionCode action, MilestoneCode milestone, MilestoneDetails details)
            implements MilestoneCommand {}

    /**
     * @param forecastDueOn null leaves the last forecast standing
     * @param corrects the position in the log of an earlier entry that this one puts right; null if none
     * @param reason why it is put right; null if nobody says
     */
    record RecordProgress(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            ErasableText note,
            @Nullable Integer percentComplete,
            @Nullable Rating rating,
            @Nullable BusinessDate forecastDueOn,
            @Nullable ErasableText soWhat,
            @Nullable ErasableText howDoWeKnow,
            @Nullable ErasableText pathToGreen,
            @Nullable Long corrects,
            @Nullable ErasableText reason)
            implements MilestoneCommand {}

    record ClaimCompletion(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate completedOn,
            ErasableText note,
            List<EvidenceId> evidence,
            @Nullable ErasableText noEvidenceReason)
            implements MilestoneCommand {}

    record VerifyCompletion(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note)
            implements MilestoneCommand {}

    record RejectCompletion(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            ErasableText reason)
            implements MilestoneCommand {}

    record EmbedMilestone(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note)
            implements MilestoneCommand {}

    record ReopenMilestone(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            ErasableText reason)
            implements MilestoneCommand {}

    record AssessMilestone(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            Assessor assessor,
            Rating rating,
            @Nullable ErasableText note)
            implements MilestoneCommand {}

    record ProposeRebaseline(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            BusinessDate proposedDueOn,
            RebaselineReason reasonCode,
            ErasableText reason)
            implements MilestoneCommand {}

    record ApproveRebaseline(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            @Nullable ErasableText note)
            implements MilestoneCommand {}

    record RefuseRebaseline(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            @Nullable BusinessDate effectiveOn,
            ErasableText reason)
            implements MilestoneCommand {}
}

package org.paptracker.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.Rating;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;

/** What can happen to an action and its milestones. Life cycle: docs/requirements.md, ACT-1 to ACT-12, MIL-1 to MIL-24. */
@EventFamily("action")
public sealed interface ActionEvent extends DomainEvent {
    ActionCode action();

    @Override
    default String stream() {
        return Streams.of(ActionEvent.class, plan(), action());
    }

    // the action

    @EventType(
            value = "action-agreed",
            revision = 3,
            upcasters = {LeadRoleBecomesLeads.class, ClearWordsBecomeErasable.class},
            creates = true)
    record ActionAgreed(PlanId plan, ActionCode action, ActionDetails details) implements ActionEvent {}

    /** The whole of the details as they now are. */
    @EventType(
            value = "action-amended",
            revision = 3,
            upcasters = {LeadRoleBecomesLeads.class, ClearWordsBecomeErasable.class})
    record ActionAmended(PlanId plan, ActionCode action, ActionDetails details) implements ActionEvent {}

    @EventType("action-started")
    record ActionStarted(
            PlanId plan,
            ActionCode action,
            BusinessDate effectiveOn,
            @Nullable ErasableText note) implements ActionEvent {}

    @EventType("action-paused")
    record ActionPaused(PlanId plan, ActionCode action, BusinessDate effectiveOn, ErasableText reason)
            implements ActionEvent {}

    @EventType("action-resumed")
    record ActionResumed(
            PlanId plan,
            ActionCode action,
            BusinessDate effectiveOn,
            @Nullable ErasableText note) implements ActionEvent {}

    @EventType("action-delivered")
    record ActionDelivered(
            PlanId plan,
            ActionCode action,
            BusinessDate effectiveOn,
            @Nullable ErasableText note) implements ActionEvent {}

    @EventType("action-embedded")
    record ActionEmbedded(
            PlanId plan,
            ActionCode action,
            BusinessDate effectiveOn,
            @Nullable ErasableText note) implements ActionEvent {}

    @EventType("action-cancelled")
    record ActionCancelled(PlanId plan, ActionCode action, BusinessDate effectiveOn, ErasableText reason)
            implements ActionEvent {}

    /**
     * @param toAction its code in the other plan
     */
    @EventType("action-transferred")
    record ActionTransferred(
            PlanId plan,
            ActionCode action,
            BusinessDate effectiveOn,
            PlanId toPlan,
            ActionCode toAction,
            @Nullable ErasableText reason)
            implements ActionEvent {}

    /**
     * The other end of a transfer, recorded in the same commit. What was finished under the earlier plan stays there;
     * what was not comes along with its dates.
     *
     * @param fromAction its code in the earlier plan
     * @param details with the codes of this plan
     * @param state AGREED, IN_PROGRESS or PAUSED, as it was
     * @param milestones in order of their codes
     */
    @EventType(
            value = "action-received",
            revision = 3,
            upcasters = {LeadRoleBecomesLeads.class, ClearWordsBecomeErasable.class})
    record ActionReceived(
            PlanId plan,
            ActionCode action,
            BusinessDate effectiveOn,
            PlanId fromPlan,
            ActionCode fromAction,
            ActionDetails details,
            ActionState state,
            List<CarriedMilestone> milestones)
            implements ActionEvent {}

    @EventType("action-assessed")
    record ActionAssessed(
            PlanId plan,
            ActionCode action,
            BusinessDate effectiveOn,
            Assessor assessor,
            Rating rating,
            @Nullable ErasableText note)
            implements ActionEvent {}

    // its milestones

    /** What happens to one milestone. */
    sealed interface MilestoneEvent extends ActionEvent {
        MilestoneCode milestone();
    }

    @EventType(value = "milestone-added", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record MilestoneAdded(PlanId plan, ActionCode action, MilestoneCode milestone, MilestoneDetails details)
            implements MilestoneEvent {}

    /** The whole of the details as they now are; the due date in them is still the first one agreed. */
    @EventType(value = "milestone-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record MilestoneAmended(PlanId plan, ActionCode action, MilestoneCode milestone, MilestoneDetails details)
            implements MilestoneEvent {}

    /**
     * How a milestone stands.
     *
     * @param percentComplete 0 to 100, whole per cent; null if the reporter does not say
     * @param rating by the reporter; null leaves the last one standing
     * @param soWhat what difference it makes to children and families
     * @param howDoWeKnow what shows it
     * @param pathToGreen what brings it back on track
     * @param corrects the position in the log of an earlier entry that this one puts right; null if none
     * @param assessor as whom the reporter rates; null without a rating, and in entries from when each report counted as
     *     SELF
     * @param reason why the earlier entry is put right; present at least if somebody else had made it
     */
    @EventType("milestone-progress-recorded")
    record MilestoneProgressRecorded(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            ErasableText note,
            @Nullable Integer percentComplete,
            @Nullable Rating rating,
            @Nullable ErasableText soWhat,
            @Nullable ErasableText howDoWeKnow,
            @Nullable ErasableText pathToGreen,
            @Nullable Long corrects,
            @Nullable Assessor assessor,
            @Nullable ErasableText reason)
            implements MilestoneEvent {

        /** Another report on the same milestone. */
        @Override
        public boolean canCorrect(DomainEvent earlier) {
            return earlier instanceof MilestoneProgressRecorded report && report.milestone.equals(milestone);
        }
    }

    /** When the lead now expects it to be done. Moves freely; the approved date does not move with it. */
    @EventType("milestone-due-date-forecast")
    record DueDateForecast(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            BusinessDate forecastDueOn)
            implements MilestoneEvent {}

    /**
     * True from the day it was completed.
     *
     * @param noEvidenceReason present just when no evidence is named
     */
    @EventType("milestone-completion-claimed")
    record CompletionClaimed(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            ErasableText note,
            List<EvidenceId> evidence,
            @Nullable ErasableText noEvidenceReason)
            implements MilestoneEvent {}

    @EventType("milestone-completion-verified")
    record CompletionVerified(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            @Nullable ErasableText note)
            implements MilestoneEvent {}

    /**
     * @param lapsed whose ratings of completion rested on the claim and stand no more; null if nobody's
     */
    @EventType("milestone-completion-rejected")
    record CompletionRejected(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            ErasableText reason,
            @Nullable List<Assessor> lapsed)
            implements MilestoneEvent {}

    @EventType("milestone-embedded")
    record MilestoneEmbedded(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            @Nullable ErasableText note)
            implements MilestoneEvent {}

    /**
     * @param lapsed whose ratings of completion rested on the verification and stand no more; null if nobody's
     */
    @EventType("milestone-reopened")
    record MilestoneReopened(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            ErasableText reason,
            @Nullable List<Assessor> lapsed)
            implements MilestoneEvent {}

    @EventType("milestone-assessed")
    record MilestoneAssessed(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            Assessor assessor,
            Rating rating,
            @Nullable ErasableText note)
            implements MilestoneEvent {}

    @EventType("milestone-rebaseline-proposed")
    record RebaselineProposed(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            BusinessDate proposedDueOn,
            RebaselineReason reasonCode,
            ErasableText reason)
            implements MilestoneEvent {}

    @EventType("milestone-rebaseline-approved")
    record RebaselineApproved(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate effectiveOn,
            BusinessDate approvedDueOn,
            @Nullable ErasableText note)
            implements MilestoneEvent {}

    @EventType("milestone-rebaseline-refused")
    record RebaselineRefused(
            PlanId plan, ActionCode action, MilestoneCode milestone, BusinessDate effectiveOn, ErasableText reason)
            implements MilestoneEvent {}
}

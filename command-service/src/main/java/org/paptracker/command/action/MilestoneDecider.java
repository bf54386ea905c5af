package org.paptracker.command.action;

import static org.paptracker.command.action.ActionDecider.requireKnown;
import static org.paptracker.command.action.ActionDecider.requireNotEnded;
import static org.paptracker.command.action.ActionDecider.requireNotPaused;
import static org.paptracker.command.action.ActionDecider.requireRunning;
import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;
import static org.paptracker.command.platform.rules.Terms.inWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.action.ActionCommand.AddMilestone;
import org.paptracker.command.action.ActionCommand.ClaimCompletion;
import org.paptracker.command.action.ActionCommand.EmbedMilestone;
import org.paptracker.command.action.ActionCommand.MilestoneCommand;
import org.paptracker.command.action.ActionCommand.RejectCompletion;
import org.paptracker.command.action.ActionCommand.ReopenMilestone;
import org.paptracker.command.action.ActionCommand.VerifyCompletion;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.evidence.EvidenceId;

/** The rules of a milestone, from being added to being embedded. */
final class MilestoneDecider {
    private MilestoneDecider() {}

    static Decider.Builder<Action, ActionCommand, ActionEvent> rows(
            Decider.Builder<Action, ActionCommand, ActionEvent> table) {
        return table.on(AddMilestone.class, MilestoneDecider::add)
                .on(ClaimCompletion.class, MilestoneDecider::claim)
                .on(VerifyCompletion.class, MilestoneDecider::verify)
                .on(RejectCompletion.class, MilestoneDecider::reject)
                .on(EmbedMilestone.class, MilestoneDecider::embed)
                .on(ReopenMilestone.class, MilestoneDecider::reopen);
    }

    static List<ActionEvent> add(Action action, AddMilestone command, Context context) {
        requireKnown(action, command, context);
        Milestone milestone = action.milestones().get(command.milestone());
        return milestone == null ? added(action, command, context) : amended(action, milestone, command, context);
    }

    private static List<ActionEvent> added(Action action, AddMilestone command, Context context) {
        requireRunning(action, command, context);
        requireNotDelivered(action, command);
        return List.of(new MilestoneAdded(command.plan(), command.action(), command.milestone(), command.details()));
    }

    private static List<ActionEvent> amended(
            Action action, Milestone milestone, AddMilestone command, Context context) {
        MilestoneDetails details = withFirstDate(milestone, command);
        if (details.equals(milestone.details())) return List.of();
        requireRunning(action, command, context);
        requireUnapproved(action, milestone, command);
        return List.of(new MilestoneAmended(command.plan(), command.action(), command.milestone(), details));
    }

    /** What somebody verified, or is asked to decide on, stays as they saw it. ADR 27. */
    private static void requireUnapproved(Action action, Milestone milestone, AddMilestone command) {
        requireNotDelivered(action, command);
        requireIncomplete(milestone, command);
        requireNotClaimed(milestone, command);
        require(
                milestone.latest().proposal() == null,
                "milestone.rebaseline-pending",
                "A re-baseline of milestone %s waits for a decision, so the milestone stays as it is until then. Have it approved or refused first."
                        .formatted(command.milestone()));
    }

    /** A repeat of the date that holds now, first or approved, moves nothing: the details keep the first one. */
    private static MilestoneDetails withFirstDate(Milestone milestone, AddMilestone command) {
        MilestoneDetails given = command.details();
        BusinessDate approved = milestone.due().approved();
        if (approved == null) return given;
        BusinessDate first =
                milestone.details() == null ? null : milestone.details().dueOn();
        require(
                given.dueOn() != null
                        && (given.dueOn().equals(approved) || given.dueOn().equals(first)),
                "milestone.due-date-needs-rebaseline",
                "Milestone %s is due on or in %s, and an agreed date moves only by re-baselining. Send the date as it is, and propose a re-baseline to move it."
                        .formatted(command.milestone(), approved.inWords()));
        return new MilestoneDetails(given.title(), given.successCriteria(), first, given.statutory());
    }

    static List<ActionEvent> claim(Action action, ClaimCompletion command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        CompletionClaimed claim = new CompletionClaimed(
                command.plan(),
                command.action(),
                command.milestone(),
                effective(command.completedOn(), context.today()),
                command.note(),
                command.evidence(),
                command.noEvidenceReason());
        boolean sameClaim = milestone.latest().claim() != null
                && claim.equals(milestone.latest().claim().event());
        if (sameClaim && milestone.isClaimedBy(context.actor())) return List.of();

        requireRunning(action, command, context);
        requireUnderWay(action, milestone, command);
        require(
                command.evidence().isEmpty() != (command.noEvidenceReason() == null),
                "milestone.evidence-or-reason",
                "A claim names its evidence or says why there is none: one of the two, and not both. Fill in either evidence or noEvidenceReason.");
        Set<EvidenceId> withdrawn = context.withdrawn(command.evidence());
        require(
                withdrawn.isEmpty(),
                "milestone.evidence-withdrawn",
                "Evidence %s has been withdrawn, so a claim cannot rest on it. Name other evidence, or give noEvidenceReason."
                        .formatted(inWords(withdrawn)));
        List<ActionEvent> events = startedIfNeeded(action, command, claim.effectiveOn());
        events.add(claim);
        return List.copyOf(events);
    }

    static List<ActionEvent> verify(Action action, VerifyCompletion command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        if (milestone.isComplete()) return List.of();
        context.plan().requireNotClosed(command.plan());
        requireNotEnded(action, command);
        requireClaimed(milestone, command);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(
                new CompletionVerified(command.plan(), command.action(), command.milestone(), on, command.note()));
    }

    static List<ActionEvent> reject(Action action, RejectCompletion command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        context.plan().requireNotClosed(command.plan());
        requireNotEnded(action, command);
        requireClaimed(milestone, command);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new CompletionRejected(
                command.plan(),
                command.action(),
                command.milestone(),
                on,
                command.reason(),
                AssessmentDecider.ofCompletion(milestone)));
    }

    static List<ActionEvent> embed(Action action, EmbedMilestone command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        if (milestone.state() == MilestoneState.EMBEDDED) return List.of();
        requireRunning(action, command, context);
        requireVerified(milestone, command, "embedded");
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(
                new MilestoneEmbedded(command.plan(), command.action(), command.milestone(), on, command.note()));
    }

    static List<ActionEvent> reopen(Action action, ReopenMilestone command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        if (milestone.state() == MilestoneState.REOPENED) return List.of();
        requireRunning(action, command, context);
        requireVerified(milestone, command, "reopened");
        requireNotDelivered(action, command);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new MilestoneReopened(
                command.plan(),
                command.action(),
                command.milestone(),
                on,
                command.reason(),
                AssessmentDecider.ofCompletion(milestone)));
    }

    static Milestone requireMilestone(Action action, MilestoneCommand command, Context context) {
        requireKnown(action, command, context);
        @Nullable Milestone milestone = action.milestones().get(command.milestone());
        if (milestone == null) {
            throw new Unknown(
                    "milestone.unknown",
                    "Action %s has no milestone %s. Check its code, or add the milestone first."
                            .formatted(command.action(), command.milestone()));
        }
        return milestone;
    }

    static void requireIncomplete(Milestone milestone, MilestoneCommand command) {
        require(
                !milestone.isComplete(),
                "milestone.complete",
                "Milestone %s has been verified as complete. If there is more to do, reopen it first."
                        .formatted(command.milestone()));
    }

    static void requireUnderWay(Action action, Milestone milestone, MilestoneCommand command) {
        requireNotPaused(action, command);
        requireNotDelivered(action, command);
        requireIncomplete(milestone, command);
        requireNotClaimed(milestone, command);
    }

    static void requireNotClaimed(Milestone milestone, MilestoneCommand command) {
        require(
                !milestone.isClaimed(),
                "milestone.claim-pending",
                "Milestone %s has been claimed complete and waits for somebody else to verify or reject that. Record more once they have."
                        .formatted(command.milestone()));
    }

    private static void requireNotDelivered(Action action, MilestoneCommand command) {
        require(
                action.state() != ActionState.DELIVERED,
                "action.not-in-progress",
                "Action %s has been delivered, so its milestones no longer take new work. Agree a new action for it."
                        .formatted(command.action()));
    }

    private static void requireClaimed(Milestone milestone, MilestoneCommand command) {
        require(
                milestone.isClaimed(),
                "milestone.not-claimed",
                "Nobody has claimed milestone %s complete, so there is nothing to verify or reject. Its lead claims it first."
                        .formatted(command.milestone()));
    }

    private static void requireVerified(Milestone milestone, MilestoneCommand command, String done) {
        require(
                milestone.isComplete(),
                "milestone.not-verified",
                "Milestone %s has not been verified as complete, so it cannot be %s."
                        .formatted(command.milestone(), done));
    }

    /** Work on a milestone is work on its action. A list that can take more. */
    static List<ActionEvent> startedIfNeeded(Action action, MilestoneCommand command, BusinessDate on) {
        List<ActionEvent> events = new ArrayList<>();
        if (action.state() == ActionState.AGREED) {
            events.add(new ActionStarted(command.plan(), command.action(), on, null));
        }
        return events;
    }
}

package org.paptracker.command.action;

import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.Dates.endsBeforeStart;
import static org.paptracker.command.platform.rules.RuleBroken.require;
import static org.paptracker.command.platform.rules.Terms.requireTerms;

import java.util.List;
import java.util.stream.Stream;
import org.paptracker.command.action.ActionCommand.AgreeAction;
import org.paptracker.command.action.ActionCommand.CancelAction;
import org.paptracker.command.action.ActionCommand.DeliverAction;
import org.paptracker.command.action.ActionCommand.EmbedAction;
import org.paptracker.command.action.ActionCommand.PauseAction;
import org.paptracker.command.action.ActionCommand.ResumeAction;
import org.paptracker.command.action.ActionCommand.StartAction;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Terms;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionEmbedded;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionResumed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.Lead;
import org.paptracker.values.plan.OrganisationCode;

/** The rules of an action. What is so already is never refused and never recorded twice. */
final class ActionDecider {
    static final Decider<Action, ActionCommand, ActionEvent> RULES = Decider.of(Action.FOLD, ActionCommand.class)
            .on(AgreeAction.class, ActionDecider::agree)
            .on(StartAction.class, ActionDecider::start)
            .on(PauseAction.class, ActionDecider::pause)
            .on(ResumeAction.class, ActionDecider::resume)
            .on(DeliverAction.class, ActionDecider::deliver)
            .on(EmbedAction.class, ActionDecider::embed)
            .on(CancelAction.class, ActionDecider::cancel)
            .with(MilestoneDecider::rows)
            .with(ProgressDecider::rows)
            .with(AssessmentDecider::rows)
            .with(RebaselineDecider::rows)
            .with(TransferDecider::rows)
            .exhaustive();

    private ActionDecider() {}

    static void requireOwn(Action action, ActionCommand command, WriteAccess access) {
        Belonging belonging = action.belonging();
        if (belonging != null) access.requireAction(command.action(), belonging);
    }

    static List<ActionEvent> agree(Action action, AgreeAction command, Context context) {
        context.plan().requireKnown(command.plan());
        ActionDetails details = command.details();
        if (details.equals(action.details())) return List.of();
        requireRunning(action, command, context);
        requireSound(details, command, context);
        if (action.details() == null) return List.of(new ActionAgreed(command.plan(), command.action(), details));
        requireUnapproved(action, action.details(), command);
        return List.of(new ActionAmended(command.plan(), command.action(), details));
    }

    /** What somebody signed off, or is asked to decide on, stays as they saw it; who can see it may change. ADR 27. */
    private static void requireUnapproved(Action action, ActionDetails before, AgreeAction command) {
        ActionDetails after = command.details();
        if (after.equals(before.change().visibility(after.visibility()).build())) return;
        require(
                action.state() != ActionState.DELIVERED,
                "action.not-in-progress",
                "Action %s has been delivered, and what was signed off does not change. Agree a new action for what is different."
                        .formatted(command.action()));
        requireNoClaims(action, command);
        require(
                after.title().equals(before.title())
                        || action.completeMilestones().isEmpty(),
                "action.milestone-verified",
                "Milestones of action %s have been verified as steps of what it is called now: %s. Agree a new action for what is different, or ask the board to reopen them."
                        .formatted(command.action(), Terms.inWords(action.completeMilestones())));
    }

    static void requireNoClaims(Action action, ActionCommand command) {
        require(
                action.claimedMilestones().isEmpty(),
                "milestone.claim-pending",
                "Claims of completion wait for a decision on action %s: %s. Have them verified or rejected first."
                        .formatted(command.action(), Terms.inWords(action.claimedMilestones())));
    }

    static List<ActionEvent> start(Action action, StartAction command, Context context) {
        requireKnown(action, command, context);
        if (action.state() == ActionState.IN_PROGRESS) return List.of();
        requireRunning(action, command, context);
        requireNotPaused(action, command);
        require(
                action.state() == ActionState.AGREED,
                "action.not-in-progress",
                "Action %s has been delivered already, so it cannot be started again. Agree a new action for new work."
                        .formatted(command.action()));
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new ActionStarted(command.plan(), command.action(), on, command.note()));
    }

    static List<ActionEvent> pause(Action action, PauseAction command, Context context) {
        requireKnown(action, command, context);
        if (action.state() == ActionState.PAUSED) return List.of();
        requireRunning(action, command, context);
        requireInProgress(action, command, "paused");
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new ActionPaused(command.plan(), command.action(), on, command.reason()));
    }

    static List<ActionEvent> resume(Action action, ResumeAction command, Context context) {
        requireKnown(action, command, context);
        if (action.state() == ActionState.IN_PROGRESS) return List.of();
        requireRunning(action, command, context);
        require(
                action.state() == ActionState.PAUSED,
                "action.not-paused",
                "Action %s is not paused, so there is nothing to resume. It %s."
                        .formatted(
                                command.action(),
                                action.state() == ActionState.AGREED
                                        ? "has not been started yet: start it instead"
                                        : "has been delivered"));
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new ActionResumed(command.plan(), command.action(), on, command.note()));
    }

    static List<ActionEvent> deliver(Action action, DeliverAction command, Context context) {
        requireKnown(action, command, context);
        if (action.state() == ActionState.DELIVERED) return List.of();
        requireRunning(action, command, context);
        requireNotPaused(action, command);
        requireInProgress(action, command, "delivered");
        require(
                action.openMilestones().isEmpty(),
                "action.milestone-open",
                "Action %s still has milestones that nobody has verified as complete: %s. Have them verified first."
                        .formatted(command.action(), Terms.inWords(action.openMilestones())));
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new ActionDelivered(command.plan(), command.action(), on, command.note()));
    }

    static List<ActionEvent> embed(Action action, EmbedAction command, Context context) {
        requireKnown(action, command, context);
        if (action.state() == ActionState.EMBEDDED) return List.of();
        requireRunning(action, command, context);
        require(
                action.state() == ActionState.DELIVERED,
                "action.not-delivered",
                "Action %s has not been delivered yet, so it cannot be embedded. Record its delivery first."
                        .formatted(command.action()));
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new ActionEmbedded(command.plan(), command.action(), on, command.note()));
    }

    static List<ActionEvent> cancel(Action action, CancelAction command, Context context) {
        requireKnown(action, command, context);
        if (action.state() == ActionState.CANCELLED) return List.of();
        requireRunning(action, command, context);
        require(
                action.state() != ActionState.DELIVERED,
                "action.not-in-progress",
                "Action %s has been delivered, and that was signed off, so there is nothing left to cancel."
                        .formatted(command.action()));
        requireNoClaims(action, command);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new ActionCancelled(command.plan(), command.action(), on, command.reason()));
    }

    /** The plan first: someone who mistypes its code should hear of that, not of the action. */
    static ActionDetails requireKnown(Action action, ActionCommand command, Context context) {
        context.plan().requireKnown(command.plan());
        return requireKnown(action, command);
    }

    static ActionDetails requireKnown(Action action, ActionCommand command) {
        ActionDetails details = action.details();
        if (details == null) {
            throw new Unknown(
                    "action.unknown",
                    "Plan %s has no action %s. Check its code, or agree the action first."
                            .formatted(command.plan(), command.action()));
        }
        return details;
    }

    static void requireRunning(Action action, ActionCommand command, Context context) {
        context.plan().requireRunning(command.plan());
        requireNotEnded(action, command);
    }

    static void requireNotEnded(Action action, ActionCommand command) {
        require(
                !action.hasEnded(),
                "action.ended",
                "Action %s has been %s, so nothing more can be recorded on it. It can still be read."
                        .formatted(command.action(), inWords(action.state())));
    }

    static void requireNotPaused(Action action, ActionCommand command) {
        require(
                action.state() != ActionState.PAUSED,
                "action.paused",
                "Action %s is paused. Resume it first.".formatted(command.action()));
    }

    private static void requireInProgress(Action action, ActionCommand command, String done) {
        require(
                action.state() == ActionState.IN_PROGRESS,
                "action.not-in-progress",
                "Action %s is not in progress, so it cannot be %s. It %s."
                        .formatted(
                                command.action(),
                                done,
                                action.state() == ActionState.AGREED
                                        ? "has only been agreed: start it first"
                                        : "has been delivered already"));
    }

    private static List<OrganisationCode> organisationsOf(List<Lead> leads) {
        return leads.stream()
                .flatMap(lead -> Stream.ofNullable(lead.organisation()))
                .toList();
    }

    /** As details have to be for an action to stand in a plan. */
    static void requireSound(ActionDetails details, ActionCommand command, Context context) {
        requireTerms("action", "area", details.areas(), context.plan().areas());
        requireTerms("action", "theme", details.themes(), context.plan().themes());
        requireTerms(
                "action", "workstream", details.workstreams(), context.plan().workstreams());
        requireTerms(
                "action",
                "organisation",
                details.organisations(),
                context.plan().organisations());
        requireTerms(
                "action",
                "organisation",
                organisationsOf(details.leads()),
                context.plan().organisations());
        require(
                !details.dependsOn().contains(command.action()),
                "action.depends-on-itself",
                "Action %s cannot depend on itself. Take it out of the actions it depends on."
                        .formatted(command.action()));
        require(
                !endsBeforeStart(details.startsOn(), details.dueOn()),
                "action.due-before-start",
                "Action %s would be due before it starts. Check the two dates.".formatted(command.action()));
    }

    private static String inWords(ActionState state) {
        return switch (state) {
            case EMBEDDED -> "delivered and embedded";
            case CANCELLED -> "cancelled";
            default -> "transferred to another plan";
        };
    }
}

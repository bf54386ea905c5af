package org.paptracker.command.action;

import static org.paptracker.command.action.ActionDecider.requireRunning;
import static org.paptracker.command.action.MilestoneDecider.requireIncomplete;
import static org.paptracker.command.action.MilestoneDecider.requireMilestone;
import static org.paptracker.command.action.MilestoneDecider.requireNotClaimed;
import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.List;
import org.paptracker.command.action.ActionCommand.ApproveRebaseline;
import org.paptracker.command.action.ActionCommand.MilestoneCommand;
import org.paptracker.command.action.ActionCommand.ProposeRebaseline;
import org.paptracker.command.action.ActionCommand.RefuseRebaseline;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.fold.Recorded;
import org.paptracker.values.BusinessDate;

/** The rules of moving a milestone's approved due date: one person proposes, another decides. */
final class RebaselineDecider {
    private RebaselineDecider() {}

    static Decider.Builder<Action, ActionCommand, ActionEvent> rows(
            Decider.Builder<Action, ActionCommand, ActionEvent> table) {
        return table.on(ProposeRebaseline.class, RebaselineDecider::propose)
                .on(ApproveRebaseline.class, RebaselineDecider::approve)
                .on(RefuseRebaseline.class, RebaselineDecider::refuse);
    }

    static List<ActionEvent> propose(Action action, ProposeRebaseline command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        Recorded<? extends RebaselineProposed> pending = milestone.latest().proposal();
        if (pending != null && isSame(pending, command, context.actor())) return List.of();

        requireRunning(action, command, context);
        requireIncomplete(milestone, command);
        requireNotClaimed(milestone, command);
        if (pending != null) {
            throw new RuleBroken(
                    "rebaseline.already-proposed",
                    "A re-baseline of milestone %s to %s waits for a decision already. Have that one approved or refused first."
                            .formatted(
                                    command.milestone(),
                                    pending.event().proposedDueOn().inWords()));
        }
        require(
                !command.proposedDueOn().equals(milestone.due().approved()),
                "rebaseline.no-change",
                "Milestone %s is due on or in %s already, so there is nothing to move. Propose another date."
                        .formatted(command.milestone(), command.proposedDueOn().inWords()));
        return List.of(new RebaselineProposed(
                command.plan(),
                command.action(),
                command.milestone(),
                on,
                command.proposedDueOn(),
                command.reasonCode(),
                command.reason()));
    }

    /** The same person's same words; on which day they were said does not matter. */
    private static boolean isSame(
            Recorded<? extends RebaselineProposed> pending, ProposeRebaseline command, Actor actor) {
        RebaselineProposed proposed = pending.event();
        return actor.is(pending.actor())
                && proposed.proposedDueOn().equals(command.proposedDueOn())
                && proposed.reasonCode() == command.reasonCode()
                && proposed.reason().equals(command.reason());
    }

    static List<ActionEvent> approve(Action action, ApproveRebaseline command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        requireRunning(action, command, context);
        requireIncomplete(milestone, command);
        requireNotClaimed(milestone, command);
        RebaselineProposed proposed = requireProposed(milestone, command);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new RebaselineApproved(
                command.plan(), command.action(), command.milestone(), on, proposed.proposedDueOn(), command.note()));
    }

    /** Possible on a complete milestone too: a proposal that came to nothing must not wait for ever. */
    static List<ActionEvent> refuse(Action action, RefuseRebaseline command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        requireRunning(action, command, context);
        requireProposed(milestone, command);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(
                new RebaselineRefused(command.plan(), command.action(), command.milestone(), on, command.reason()));
    }

    private static RebaselineProposed requireProposed(Milestone milestone, MilestoneCommand command) {
        Recorded<? extends RebaselineProposed> pending = milestone.latest().proposal();
        if (pending == null) {
            throw new RuleBroken(
                    "rebaseline.none-proposed",
                    "Nobody has proposed to re-baseline milestone %s, so there is nothing to decide. Propose it first."
                            .formatted(command.milestone()));
        }
        return pending.event();
    }
}

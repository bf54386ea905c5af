package org.paptracker.command.action;

import static org.paptracker.command.action.ActionDecider.requireKnown;
import static org.paptracker.command.action.ActionDecider.requireNoClaims;
import static org.paptracker.command.action.ActionDecider.requireNotEnded;
import static org.paptracker.command.action.ActionDecider.requireSound;
import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.List;
import org.paptracker.command.action.ActionCommand.ReceiveAction;
import org.paptracker.command.action.ActionCommand.TransferAction;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionState;

/** The rules of moving an unfinished action to another plan: of leaving the one, and of arriving in the other. */
final class TransferDecider {
    private TransferDecider() {}

    static Decider.Builder<Action, ActionCommand, ActionEvent> rows(
            Decider.Builder<Action, ActionCommand, ActionEvent> table) {
        return table.on(TransferAction.class, TransferDecider::transfer)
                .on(ReceiveAction.class, TransferDecider::receive);
    }

    static List<ActionEvent> transfer(Action action, TransferAction command, Context context) {
        requireKnown(action, command, context);
        if (wentThere(action, command)) return List.of();
        context.plan().requireNotClosed(command.plan());
        requireNotEnded(action, command);
        require(
                action.state() != ActionState.DELIVERED,
                "action.not-in-progress",
                "Action %s has been delivered, so there is nothing left to transfer. Agree a new action for new work."
                        .formatted(command.action()));
        require(
                !command.toPlan().equals(command.plan()),
                "action.transfers-to-own-plan",
                "Action %s is in plan %s already. Name the other plan that takes it over."
                        .formatted(command.action(), command.plan()));
        requireNoClaims(action, command);
        ActionReceived origin = action.moves().origin();
        BusinessDate on =
                effective(command.effectiveOn(), origin == null ? null : origin.effectiveOn(), context.today());
        return List.of(new ActionTransferred(
                command.plan(), command.action(), on, command.toPlan(), command.toAction(), command.reason()));
    }

    private static boolean wentThere(Action action, TransferAction command) {
        ActionTransferred transfer = action.moves().transfer();
        return transfer != null
                && transfer.toPlan().equals(command.toPlan())
                && transfer.toAction().equals(command.toAction());
    }

    /**
     * What the plan it goes to is asked once it has left; nothing if it has not.
     *
     * @param before the action as it was until then
     */
    static List<ReceiveAction> following(Action before, ActionCommand command, List<ActionEvent> decided) {
        if (!(command instanceof TransferAction transfer) || decided.isEmpty()) return List.of();
        ActionTransferred left = (ActionTransferred) decided.get(0);
        return List.of(new ReceiveAction(new ActionReceived(
                left.toPlan(),
                left.toAction(),
                left.effectiveOn(),
                left.plan(),
                left.action(),
                transfer.placement().of(requireKnown(before, command)),
                before.state(),
                before.carriedMilestones())));
    }

    static List<ActionEvent> receive(Action action, ReceiveAction command, Context context) {
        ActionReceived arrival = command.arrival();
        require(
                context.plan().state() != null,
                "action.unknown-plan",
                "There is no plan %s that could take over action %s. Check its code, or register the plan first."
                        .formatted(command.plan(), arrival.fromAction()));
        context.plan().requireRunning(command.plan());
        require(
                action.details() == null,
                "action.exists",
                "Plan %s has an action %s already. Give the one that moves another code there, with toAction."
                        .formatted(command.plan(), command.action()));
        requireSound(arrival.details(), command, context);
        return List.of(arrival);
    }
}

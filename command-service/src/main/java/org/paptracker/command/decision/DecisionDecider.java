package org.paptracker.command.decision;

import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.Dates.endsBeforeStart;
import static org.paptracker.command.platform.rules.RuleBroken.require;
import static org.paptracker.command.platform.rules.Terms.requireTerms;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.decision.DecisionCommand.DeferDecision;
import org.paptracker.command.decision.DecisionCommand.ImplementDecision;
import org.paptracker.command.decision.DecisionCommand.MakeDecision;
import org.paptracker.command.decision.DecisionCommand.SupersedeDecision;
import org.paptracker.command.decision.DecisionCommand.WithdrawDecision;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.platform.rules.Words;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DecisionEvent.DecisionWithdrawn;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionState;

/** The rules of a board's decision. What is so already is never refused and never recorded twice. */
final class DecisionDecider {
    static final Decider<Decision, DecisionCommand, DecisionEvent> RULES = Decider.of(
                    Decision.FOLD, DecisionCommand.class)
            .on(MakeDecision.class, DecisionDecider::make)
            .on(ImplementDecision.class, DecisionDecider::implement)
            .on(DeferDecision.class, DecisionDecider::defer)
            .on(SupersedeDecision.class, DecisionDecider::supersede)
            .on(WithdrawDecision.class, DecisionDecider::withdraw)
            .exhaustive();

    private DecisionDecider() {}

    static @Nullable Words words(Decision decision, DecisionCommand command) {
        if (!(command instanceof MakeDecision make) || make.details().equals(decision.details())) return null;
        return new Words(
                "Decision " + command.decision(),
                decision.author(),
                make.details().visibility(),
                false);
    }

    static List<DecisionEvent> make(Decision decision, MakeDecision command, Context context) {
        context.plan().requireKnown(command.plan());
        DecisionDetails details = command.details();
        if (details.equals(decision.details())) return List.of();
        requireRunning(decision, command, context);
        requireTerms(
                "decision", "board", Set.of(details.board()), context.plan().boards());
        requireTerms("decision", "area", details.areas(), context.plan().areas());
        requireTerms("decision", "theme", details.themes(), context.plan().themes());
        effective(details.decidedOn(), context.today());
        require(
                !endsBeforeStart(details.decidedOn(), details.dueOn()),
                "decision.due-before-decided",
                "Decision %s would be due before it was made. Check the two dates.".formatted(command.decision()));
        require(
                !isProposer(context.actor(), details),
                "decision.proposer-cannot-decide",
                "You proposed decision %s yourself, so somebody else has to record that the board made it."
                        .formatted(command.decision()));
        return List.of(
                decision.details() == null
                        ? new DecisionMade(command.plan(), command.decision(), details)
                        : new DecisionAmended(command.plan(), command.decision(), details));
    }

    private static boolean isProposer(Actor actor, DecisionDetails details) {
        return details.proposedBy() != null && details.proposedBy().strip().equalsIgnoreCase(actor.name());
    }

    static List<DecisionEvent> implement(Decision decision, ImplementDecision command, Context context) {
        DecisionDetails details = requireKnown(decision, command, context);
        if (decision.state() == DecisionState.IMPLEMENTED) return List.of();
        requireRunning(decision, command, context);
        BusinessDate on = effective(command.effectiveOn(), details.decidedOn(), context.today());
        return List.of(new DecisionImplemented(command.plan(), command.decision(), on, command.note()));
    }

    /** Possible again: until another day, or for another reason. */
    static List<DecisionEvent> defer(Decision decision, DeferDecision command, Context context) {
        DecisionDetails details = requireKnown(decision, command, context);
        if (isDeferredSo(decision, command)) return List.of();
        requireRunning(decision, command, context);
        BusinessDate on = effective(command.effectiveOn(), details.decidedOn(), context.today());
        require(
                !endsBeforeStart(on, command.until()),
                "decision.deferred-into-past",
                "Decision %s cannot be put off until a day that was over by then. Check the two dates."
                        .formatted(command.decision()));
        return List.of(new DecisionDeferred(command.plan(), command.decision(), on, command.until(), command.reason()));
    }

    private static boolean isDeferredSo(Decision decision, DeferDecision command) {
        DecisionDeferred deferral = decision.deferral();
        return decision.state() == DecisionState.DEFERRED
                && deferral != null
                && Objects.equals(deferral.until(), command.until())
                && deferral.reason().equals(command.reason());
    }

    static List<DecisionEvent> supersede(Decision decision, SupersedeDecision command, Context context) {
        DecisionDetails details = requireKnown(decision, command, context);
        if (command.by().equals(decision.successor())) return List.of();
        requireRunning(decision, command, context);
        require(
                !command.by().equals(command.decision()),
                "decision.supersedes-itself",
                "Decision %s cannot take its own place. Name the decision that does.".formatted(command.decision()));
        require(
                context.access().canSucceed(command.by()),
                "decision.unknown-successor",
                "Plan %s has no decision %s that could take the place of decision %s. Check its id, or record it first. What was withdrawn or superseded cannot."
                        .formatted(command.plan(), command.by(), command.decision()));
        BusinessDate on = effective(command.effectiveOn(), details.decidedOn(), context.today());
        return List.of(new DecisionSuperseded(command.plan(), command.decision(), on, command.by(), command.reason()));
    }

    /** Also once it is done or superseded: then too the board may never have made it. */
    static List<DecisionEvent> withdraw(Decision decision, WithdrawDecision command, Context context) {
        DecisionDetails details = requireKnown(decision, command, context);
        if (decision.state() == DecisionState.WITHDRAWN) return List.of();
        context.plan().requireRunning(command.plan());
        BusinessDate on = effective(command.effectiveOn(), details.decidedOn(), context.today());
        return List.of(new DecisionWithdrawn(command.plan(), command.decision(), on, command.reason()));
    }

    private static DecisionDetails requireKnown(Decision decision, DecisionCommand command, Context context) {
        context.plan().requireKnown(command.plan());
        DecisionDetails details = decision.details();
        if (details == null) {
            throw new Unknown(
                    "decision.unknown",
                    "Plan %s has no decision %s. Check its id, or record the decision first."
                            .formatted(command.plan(), command.decision()));
        }
        return details;
    }

    private static void requireRunning(Decision decision, DecisionCommand command, Context context) {
        context.plan().requireRunning(command.plan());
        require(
                !decision.hasEnded(),
                "decision.ended",
                "Decision %s has been %s, so nothing more can be recorded on it. It can still be read."
                        .formatted(
                                command.decision(),
                                switch (decision.state()) {
                                    case IMPLEMENTED -> "implemented";
                                    case WITHDRAWN -> "withdrawn as recorded by mistake";
                                    default -> "superseded by another decision";
                                }));
    }
}

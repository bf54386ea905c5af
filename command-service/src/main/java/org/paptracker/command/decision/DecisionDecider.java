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
import org.paptracker.command.decision.DecisionCommand.ProposeDecision;
import org.paptracker.command.decision.DecisionCommand.SupersedeDecision;
import org.paptracker.command.decision.DecisionCommand.WithdrawDecision;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.platform.rules.Words;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DecisionEvent.DecisionWithdrawn;
import org.paptracker.fold.Recorded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionProposal;
import org.paptracker.values.decision.DecisionState;

/** The rules of a board's decision: one person proposes it, another records that the board made it. */
final class DecisionDecider {
    static final Decider<Decision, DecisionCommand, DecisionEvent> RULES = Decider.of(
                    Decision.FOLD, DecisionCommand.class)
            .on(ProposeDecision.class, DecisionDecider::propose)
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

    /** Anyone with the right proposes, whatever their own work is; a decision itself concerns the whole plan. */
    static void requireOwn(Decision decision, DecisionCommand command, WriteAccess access) {
        if (!(command instanceof ProposeDecision)) access.requireWholePlan();
    }

    static List<DecisionEvent> propose(Decision decision, ProposeDecision command, Context context) {
        context.plan().requireKnown(command.plan());
        DecisionProposal proposal = command.proposal();
        Recorded<? extends DecisionProposed> earlier = decision.proposal();
        if (earlier != null && proposal.equals(earlier.event().proposal())) return List.of();
        requireRunning(decision, command, context);
        require(
                decision.details() == null,
                "decision.already-made",
                "Decision %s has been made, so it is too late to propose it. Propose what is new under another id."
                        .formatted(command.decision()));
        require(
                earlier == null || context.actor().is(earlier.actor()),
                "decision.already-proposed",
                "Somebody else has proposed decision %s already, and their words stay theirs. Propose yours under another id."
                        .formatted(command.decision()));
        requireTerms(
                "decision", "board", Set.of(proposal.board()), context.plan().boards());
        requireTerms("decision", "area", proposal.areas(), context.plan().areas());
        requireTerms("decision", "theme", proposal.themes(), context.plan().themes());
        BusinessDate on = effective(command.effectiveOn(), context.today());
        return List.of(new DecisionProposed(command.plan(), command.decision(), on, proposal));
    }

    static List<DecisionEvent> make(Decision decision, MakeDecision command, Context context) {
        context.plan().requireKnown(command.plan());
        DecisionDetails details = withProposerOnRecord(decision, command, context.actor());
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
                decision.proposal() != null || decision.details() != null,
                "decision.not-proposed",
                "Nobody has proposed decision %s yet. Have somebody else propose it first, by POST to its /proposal."
                        .formatted(command.decision()));
        return List.of(
                decision.details() == null
                        ? new DecisionMade(command.plan(), command.decision(), details)
                        : new DecisionAmended(command.plan(), command.decision(), details));
    }

    /**
     * The proposal says who proposed it, so the decision need not. For what was made before there were proposals, there is
     * only what somebody wrote.
     */
    private static DecisionDetails withProposerOnRecord(Decision decision, MakeDecision command, Actor actor) {
        String said = command.details().proposedBy();
        if (said == null) return command.details();
        Recorded<? extends DecisionProposed> proposal = decision.proposal();
        if (proposal == null) {
            require(
                    !actor.is(said.strip()),
                    "decision.proposer-cannot-decide",
                    "You proposed decision %s yourself, so somebody else has to record that the board made it."
                            .formatted(command.decision()));
            return command.details();
        }
        require(
                actor.isNamed(proposal.actor(), said),
                "decision.proposer-contradicted",
                "Somebody else proposed decision %s, and that is on record. Leave proposedBy out."
                        .formatted(command.decision()));
        return command.details().withoutProposer();
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

    /** Also while it is only proposed, and once it is done or superseded: then too the board may never have made it. */
    static List<DecisionEvent> withdraw(Decision decision, WithdrawDecision command, Context context) {
        BusinessDate since = since(decision, command, context);
        if (decision.state() == DecisionState.WITHDRAWN) return List.of();
        context.plan().requireRunning(command.plan());
        BusinessDate on = effective(command.effectiveOn(), since, context.today());
        return List.of(new DecisionWithdrawn(command.plan(), command.decision(), on, command.reason()));
    }

    private static BusinessDate since(Decision decision, DecisionCommand command, Context context) {
        Recorded<? extends DecisionProposed> proposal = decision.proposal();
        return decision.details() == null && proposal != null
                ? proposal.event().effectiveOn()
                : requireKnown(decision, command, context).decidedOn();
    }

    private static DecisionDetails requireKnown(Decision decision, DecisionCommand command, Context context) {
        context.plan().requireKnown(command.plan());
        DecisionDetails details = decision.details();
        require(
                details != null || decision.proposal() == null,
                "decision.not-made",
                "Decision %s is only proposed, so nothing can be recorded on it until the board has made it."
                        .formatted(command.decision()));
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

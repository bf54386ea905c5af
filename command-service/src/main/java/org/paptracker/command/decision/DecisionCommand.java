package org.paptracker.command.decision;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.Streams;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionProposal;
import org.paptracker.values.plan.PlanId;

/** What can be asked of a decision. An {@code effectiveOn} that is null means today. */
sealed interface DecisionCommand extends Command {
    DecisionId decision();

    @Override
    default String stream() {
        return Streams.of(DecisionEvent.class, plan(), decision());
    }

    /** Asks a board to decide something or, while it has not, asks for it in other words. */
    record ProposeDecision(
            PlanId plan, DecisionId decision, @Nullable BusinessDate effectiveOn, DecisionProposal proposal)
            implements DecisionCommand {}

    /** Records the decision or, if it is there already, amends it: the whole of its details as they should be. */
    record MakeDecision(PlanId plan, DecisionId decision, DecisionDetails details) implements DecisionCommand {}

    record ImplementDecision(
            PlanId plan, DecisionId decision, @Nullable BusinessDate effectiveOn, ErasableText note)
            implements DecisionCommand {}

    /**
     * @param until null if nobody has said until when
     */
    record DeferDecision(
            PlanId plan,
            DecisionId decision,
            @Nullable BusinessDate effectiveOn,
            @Nullable BusinessDate until,
            ErasableText reason)
            implements DecisionCommand {}

    /**
     * @param by the decision that takes its place
     */
    record SupersedeDecision(
            PlanId plan,
            DecisionId decision,
            @Nullable BusinessDate effectiveOn,
            DecisionId by,
            @Nullable ErasableText reason)
            implements DecisionCommand {}

    /** It was recorded by mistake, whatever has become of it since. */
    record WithdrawDecision(
            PlanId plan, DecisionId decision, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements DecisionCommand {}
}

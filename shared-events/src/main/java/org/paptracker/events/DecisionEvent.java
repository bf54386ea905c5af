package org.paptracker.events;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionProposal;
import org.paptracker.values.plan.PlanId;

/** What can happen to a decision: somebody proposes it, and a board makes it. Life cycle: docs/requirements.md, DEC-1 to DEC-17. */
@EventFamily("decision")
public sealed interface DecisionEvent extends DomainEvent {
    DecisionId decision();

    @Override
    default String stream() {
        return Streams.of(DecisionEvent.class, plan(), decision());
    }

    /** The person who recorded this proposes it. Of several, the last one counts. */
    @EventType(value = "decision-proposed", creates = true)
    record DecisionProposed(PlanId plan, DecisionId decision, BusinessDate effectiveOn, DecisionProposal proposal)
            implements DecisionEvent {}

    /** True from the day it was decided. */
    @EventType(value = "decision-made", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record DecisionMade(PlanId plan, DecisionId decision, DecisionDetails details) implements DecisionEvent {
        @Override
        public BusinessDate effectiveOn() {
            return details.decidedOn();
        }
    }

    /** The whole of the details as they now are. */
    @EventType(value = "decision-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record DecisionAmended(PlanId plan, DecisionId decision, DecisionDetails details) implements DecisionEvent {
        @Override
        public BusinessDate effectiveOn() {
            return details.decidedOn();
        }
    }

    @EventType("decision-implemented")
    record DecisionImplemented(PlanId plan, DecisionId decision, BusinessDate effectiveOn, ErasableText note)
            implements DecisionEvent {}

    /**
     * Put off. The date it was due does not move.
     *
     * @param until null if nobody has said until when
     */
    @EventType("decision-deferred")
    record DecisionDeferred(
            PlanId plan,
            DecisionId decision,
            BusinessDate effectiveOn,
            @Nullable BusinessDate until,
            ErasableText reason)
            implements DecisionEvent {}

    /**
     * @param by the decision that takes its place
     */
    @EventType("decision-superseded")
    record DecisionSuperseded(
            PlanId plan,
            DecisionId decision,
            BusinessDate effectiveOn,
            DecisionId by,
            @Nullable ErasableText reason) implements DecisionEvent {}

    /** It was recorded by mistake: the board made no such decision. What was recorded can still be read. */
    @EventType("decision-withdrawn")
    record DecisionWithdrawn(PlanId plan, DecisionId decision, BusinessDate effectiveOn, ErasableText reason)
            implements DecisionEvent {}
}

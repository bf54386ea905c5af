package org.paptracker.events;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskDetails;

/** What can happen to a risk, from its identification to its end. Life cycle: docs/requirements.md, RSK-1 to RSK-15. */
@EventFamily("risk")
public sealed interface RiskEvent extends DomainEvent {
    RiskCode risk();

    @Override
    default String stream() {
        return Streams.of(RiskEvent.class, plan(), risk());
    }

    /** True from the day it was identified, where that is known. */
    @EventType(value = "risk-identified", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record RiskIdentified(PlanId plan, RiskCode risk, RiskDetails details) implements RiskEvent {
        @Override
        public @Nullable BusinessDate effectiveOn() {
            return details.identifiedOn();
        }
    }

    /** The whole of the details as they now are. */
    @EventType(value = "risk-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record RiskAmended(PlanId plan, RiskCode risk, RiskDetails details) implements RiskEvent {
        @Override
        public @Nullable BusinessDate effectiveOn() {
            return details.identifiedOn();
        }
    }

    /**
     * How likely it is, and how bad it would be. Earlier scores stay.
     *
     * @param likelihood 1 (rare) to 5 (almost certain)
     * @param impact 1 (slight) to 5 (severe)
     */
    @EventType("risk-scored")
    record RiskScored(
            PlanId plan,
            RiskCode risk,
            BusinessDate effectiveOn,
            int likelihood,
            int impact,
            @Nullable ErasableText note)
            implements RiskEvent {}

    /** Something to be done about it, beside whatever was planned before. */
    @EventType("risk-mitigation-planned")
    record MitigationPlanned(
            PlanId plan,
            RiskCode risk,
            BusinessDate effectiveOn,
            ErasableText wording,
            @Nullable BusinessDate dueOn) implements RiskEvent {}

    /**
     * @param to the board that has to deal with it
     */
    @EventType("risk-escalated")
    record RiskEscalated(PlanId plan, RiskCode risk, BusinessDate effectiveOn, BoardCode to, ErasableText reason)
            implements RiskEvent {}

    /** The board has given it back to those who work on it. */
    @EventType("risk-returned")
    record RiskReturned(PlanId plan, RiskCode risk, BusinessDate effectiveOn, ErasableText reason)
            implements RiskEvent {}

    @EventType("risk-accepted")
    record RiskAccepted(PlanId plan, RiskCode risk, BusinessDate effectiveOn, ErasableText reason)
            implements RiskEvent {}

    @EventType("risk-closed")
    record RiskClosed(PlanId plan, RiskCode risk, BusinessDate effectiveOn, ErasableText reason) implements RiskEvent {}
}

package org.paptracker.command.risk;

import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.risk.RiskCommand.AcceptRisk;
import org.paptracker.command.risk.RiskCommand.CloseRisk;
import org.paptracker.command.risk.RiskCommand.EscalateRisk;
import org.paptracker.command.risk.RiskCommand.IdentifyRisk;
import org.paptracker.command.risk.RiskCommand.PlanMitigation;
import org.paptracker.command.risk.RiskCommand.ReturnRisk;
import org.paptracker.command.risk.RiskCommand.ScoreRisk;
import org.paptracker.events.RiskEvent;

/** The shell that Axon needs round the decider of a risk, and nothing more. */
@Aggregate(type = "risk")
class RiskAggregate extends EventSourced<Risk, RiskEvent> {
    RiskAggregate() {
        super(Risk.FOLD);
    }

    @Decides
    Long handle(IdentifyRisk command, PlanTerms plan, Clock clock) {
        return record(RiskDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(ScoreRisk command, PlanTerms plan, Clock clock) {
        return record(RiskDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(PlanMitigation command, PlanTerms plan, Clock clock) {
        return record(RiskDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(EscalateRisk command, PlanTerms plan, Clock clock) {
        return record(RiskDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(ReturnRisk command, PlanTerms plan, Clock clock) {
        return record(RiskDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(AcceptRisk command, PlanTerms plan, Clock clock) {
        return record(RiskDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(CloseRisk command, PlanTerms plan, Clock clock) {
        return record(RiskDecider.decide(state(), command, plan, today(clock)));
    }

    @EventSourcingHandler
    void on(RiskEvent event, DomainEventMessage<RiskEvent> message) {
        recorded(event.stream(), message);
    }
}

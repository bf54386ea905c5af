package org.paptracker.command.kpi;

import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.kpi.KpiCommand.DefineKpi;
import org.paptracker.command.kpi.KpiCommand.RecordMeasurement;
import org.paptracker.command.kpi.KpiCommand.ReviseMeasurement;
import org.paptracker.command.kpi.KpiCommand.SetTarget;
import org.paptracker.command.kpi.KpiCommand.WithdrawMeasurement;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.KpiEvent;
import org.paptracker.values.kpi.KpiDetails;

/** The shell that Axon needs round the decider of a KPI, and nothing more. */
@Aggregate(type = "kpi")
class KpiAggregate extends EventSourced<Kpi, KpiEvent> {
    KpiAggregate() {
        super(Kpi.FOLD);
    }

    @Decides
    Long handle(DefineKpi command, PlanTerms plan) {
        return record(KpiDecider.decide(state(), command, plan));
    }

    @Decides
    Long handle(SetTarget command, PlanTerms plan) {
        return record(KpiDecider.decide(state(), command, plan));
    }

    @Decides
    Long handle(RecordMeasurement command, PlanTerms plan, Clock clock) {
        return record(KpiDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(ReviseMeasurement command, PlanTerms plan) {
        return record(KpiDecider.decide(state(), command, plan));
    }

    @Decides
    Long handle(WithdrawMeasurement command, PlanTerms plan) {
        return record(KpiDecider.decide(state(), command, plan));
    }

    @Override
    protected void requireOwn(Command command, WriteAccess access) {
        KpiDetails details = state().details();
        if (details != null && command instanceof KpiCommand asked) access.requireKpi(asked.kpi(), details);
    }

    @EventSourcingHandler
    void on(KpiEvent event, DomainEventMessage<KpiEvent> message) {
        recorded(event.stream(), message);
    }
}

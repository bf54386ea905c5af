package org.paptracker.command.plan;

import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.plan.PlanCommand.AddArea;
import org.paptracker.command.plan.PlanCommand.ApprovePlan;
import org.paptracker.command.plan.PlanCommand.ClosePlan;
import org.paptracker.command.plan.PlanCommand.PublishPlan;
import org.paptracker.command.plan.PlanCommand.RecordImprovementNotice;
import org.paptracker.command.plan.PlanCommand.RecordInspection;
import org.paptracker.command.plan.PlanCommand.RegisterPlan;
import org.paptracker.command.plan.PlanCommand.SupersedePlan;
import org.paptracker.command.plan.PlanCommand.TakeOver;
import org.paptracker.command.platform.axon.Alongside;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.PlanSuperseded;

/** The shell that Axon needs round the decider of a plan, and nothing more. */
@Aggregate(type = "plan")
class PlanAggregate extends EventSourced<Plan, PlanEvent> {
    PlanAggregate() {
        super(Plan.FOLD);
    }

    @Decides
    Long handle(RegisterPlan command) {
        return record(PlanDecider.decide(state(), command));
    }

    @Decides
    Long handle(ApprovePlan command, Clock clock) {
        return record(PlanDecider.decide(state(), command, today(clock)));
    }

    @Decides
    Long handle(PublishPlan command, Clock clock) {
        return record(PlanDecider.decide(state(), command, today(clock)));
    }

    @Decides
    Long handle(SupersedePlan command, Clock clock, Alongside alongside) {
        List<PlanSuperseded> decided = PlanDecider.decide(state(), command, today(clock));
        Long version = record(decided);
        for (PlanSuperseded by : decided) {
            alongside.ask(new TakeOver(/* plan= */ by.successor(), by.effectiveOn(), /* predecessor= */ by.plan()));
        }
        return version;
    }

    @Decides
    Long handle(TakeOver command) {
        return record(PlanDecider.decide(state(), command));
    }

    @Decides
    Long handle(ClosePlan command, Clock clock) {
        return record(PlanDecider.decide(state(), command, today(clock)));
    }

    @Decides
    Long handle(AddArea command) {
        return record(PlanDecider.decide(state(), command));
    }

    @Decides
    Long handle(RecordInspection command, Clock clock) {
        return record(PlanDecider.decide(state(), command, today(clock)));
    }

    @Decides
    Long handle(RecordImprovementNotice command, Clock clock) {
        return record(PlanDecider.decide(state(), command, today(clock)));
    }

    @EventSourcingHandler
    void on(PlanEvent event, DomainEventMessage<PlanEvent> message) {
        recorded(event.stream(), message);
    }
}

package org.paptracker.command.guard;

import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.guard.GuardOverrideCommand.GrantOverride;
import org.paptracker.command.guard.GuardOverrideCommand.JudgeOverride;
import org.paptracker.command.guard.GuardOverrideCommand.UseOverride;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.GuardEvent;

/** The shell that Axon needs round the decider of an override, and nothing more. */
@Aggregate(type = "guard-override")
class GuardOverrideAggregate extends EventSourced<GuardOverride, GuardEvent> {
    GuardOverrideAggregate() {
        super(GuardOverride.FOLD);
    }

    @Decides
    Long handle(GrantOverride command, PlanTerms plan, Clock clock) {
        return record(GuardOverrideDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(JudgeOverride command, Clock clock) {
        return record(GuardOverrideDecider.decide(state(), command, today(clock)));
    }

    @Decides
    Long handle(UseOverride command, Clock clock) {
        return record(GuardOverrideDecider.decide(state(), command, today(clock)));
    }

    /** Whoever has an override uses it on what he may record, and that is judged there. */
    @Override
    protected void requireOwn(Command command, WriteAccess access) {}

    @EventSourcingHandler
    void on(GuardEvent event, DomainEventMessage<GuardEvent> message) {
        recorded(event.stream(), message);
    }
}

package org.paptracker.command.decision;

import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.decision.DecisionCommand.DeferDecision;
import org.paptracker.command.decision.DecisionCommand.ImplementDecision;
import org.paptracker.command.decision.DecisionCommand.MakeDecision;
import org.paptracker.command.decision.DecisionCommand.SupersedeDecision;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.DecisionEvent;

/** The shell that Axon needs round the decider of a decision, and nothing more. */
@Aggregate(type = "decision")
class DecisionAggregate extends EventSourced<Decision, DecisionEvent> {
    DecisionAggregate() {
        super(Decision.FOLD);
    }

    @Decides
    Long handle(MakeDecision command, PlanTerms plan, Actor actor, Clock clock) {
        return record(DecisionDecider.decide(state(), command, plan, actor, today(clock)));
    }

    @Decides
    Long handle(ImplementDecision command, PlanTerms plan, Clock clock) {
        return record(DecisionDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(DeferDecision command, PlanTerms plan, Clock clock) {
        return record(DecisionDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(SupersedeDecision command, PlanTerms plan, Clock clock) {
        return record(DecisionDecider.decide(state(), command, plan, today(clock)));
    }

    @EventSourcingHandler
    void on(DecisionEvent event, DomainEventMessage<DecisionEvent> message) {
        recorded(event.stream(), message);
    }
}

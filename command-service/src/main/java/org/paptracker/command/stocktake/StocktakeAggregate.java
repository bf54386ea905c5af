package org.paptracker.command.stocktake;

import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.stocktake.StocktakeCommand.AnswerFinding;
import org.paptracker.command.stocktake.StocktakeCommand.CloseStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.FreezeStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.GiveFeedback;
import org.paptracker.command.stocktake.StocktakeCommand.ScheduleStocktake;
import org.paptracker.events.StocktakeEvent;

/** The shell that Axon needs round the decider of a stocktake, and nothing more. */
@Aggregate(type = "stocktake")
class StocktakeAggregate extends EventSourced<Stocktake, StocktakeEvent> {
    StocktakeAggregate() {
        super(Stocktake.FOLD);
    }

    @Decides
    Long handle(ScheduleStocktake command, PlanTerms plan) {
        return record(StocktakeDecider.decide(state(), command, plan));
    }

    @Decides
    Long handle(FreezeStocktake command, PlanTerms plan, Clock clock) {
        return record(StocktakeDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(GiveFeedback command, PlanTerms plan, Clock clock) {
        return record(StocktakeDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(AnswerFinding command, PlanTerms plan, Clock clock) {
        return record(StocktakeDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(CloseStocktake command, PlanTerms plan, Clock clock) {
        return record(StocktakeDecider.decide(state(), command, plan, today(clock)));
    }

    @EventSourcingHandler
    void on(StocktakeEvent event, DomainEventMessage<StocktakeEvent> message) {
        recorded(event.stream(), message);
    }
}

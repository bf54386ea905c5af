package org.paptracker.query.stocktake;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.stocktake.StocktakeCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stocktakes, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.STOCKTAKES)
public class Stocktakes extends PlanPartViews<StocktakeView, StocktakeEvent, StocktakeCode> {
    Stocktakes(MongoDatabase database, JsonMapper json, History history) {
        super(
                new Views<>(database, Projections.STOCKTAKES, StocktakeView.class, json),
                StocktakeView.FOLD,
                StocktakeEvent.class,
                history,
                "stocktake.unknown",
                "stocktake");
    }

    @EventHandler
    void on(StocktakeEvent event, EventMessage<StocktakeEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

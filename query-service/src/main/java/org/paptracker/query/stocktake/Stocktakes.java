package org.paptracker.query.stocktake;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.values.stocktake.StocktakeCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stocktakes, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Stocktakes.PROJECTION)
public class Stocktakes extends PlanPartViews<StocktakeView, StocktakeEvent, StocktakeCode> {
    public static final String PROJECTION = "stocktakes";

    Stocktakes(StocktakeSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(StocktakeEvent event, EventMessage<StocktakeEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

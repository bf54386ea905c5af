package org.paptracker.query.decision;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.DecisionEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.values.decision.DecisionId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The decisions, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Decisions.PROJECTION)
public class Decisions extends PlanPartViews<DecisionView, DecisionEvent, DecisionId> {
    public static final String PROJECTION = "decisions";

    Decisions(DecisionSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(DecisionEvent event, EventMessage<DecisionEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

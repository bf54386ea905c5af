package org.paptracker.query.decision;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.DecisionEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.decision.DecisionId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The decisions, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.DECISIONS)
public class Decisions extends PlanPartViews<DecisionView, DecisionEvent, DecisionId> {
    Decisions(MongoDatabase database, JsonMapper json, History history) {
        super(
                new Views<>(database, Projections.DECISIONS, DecisionView.class, json),
                DecisionView.FOLD,
                DecisionEvent.class,
                history,
                "decision.unknown",
                "decision");
    }

    @EventHandler
    void on(DecisionEvent event, EventMessage<DecisionEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

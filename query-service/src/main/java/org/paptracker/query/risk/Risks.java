package org.paptracker.query.risk;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.RiskEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.risk.RiskCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The risks, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.RISKS)
public class Risks extends PlanPartViews<RiskView, RiskEvent, RiskCode> {
    Risks(MongoDatabase database, JsonMapper json, History history) {
        super(
                new Views<>(database, Projections.RISKS, RiskView.class, json),
                RiskView.FOLD,
                RiskEvent.class,
                history,
                "risk.unknown",
                "risk");
    }

    @EventHandler
    void on(RiskEvent event, EventMessage<RiskEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

package org.paptracker.query.risk;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.RiskEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.values.risk.RiskCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The risks, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Risks.PROJECTION)
public class Risks extends PlanPartViews<RiskView, RiskEvent, RiskCode> {
    public static final String PROJECTION = "risks";

    Risks(RiskSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(RiskEvent event, EventMessage<RiskEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

package org.paptracker.query.guard;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.GuardEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.values.guard.OverrideCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The overrides, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(GuardOverrides.PROJECTION)
public class GuardOverrides extends PlanPartViews<GuardOverrideView, GuardEvent, OverrideCode> {
    public static final String PROJECTION = "overrides";

    GuardOverrides(GuardSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(GuardEvent event, EventMessage<GuardEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

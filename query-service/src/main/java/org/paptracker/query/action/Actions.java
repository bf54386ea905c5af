package org.paptracker.query.action;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.ActionEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.ActionCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The actions and their milestones, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.ACTIONS)
public class Actions extends PlanPartViews<ActionView, ActionEvent, ActionCode> {
    Actions(MongoDatabase database, JsonMapper json, History history) {
        super(
                new Views<>(database, Projections.ACTIONS, ActionView.class, json),
                ActionView.FOLD,
                ActionEvent.class,
                "action:",
                history,
                "action.unknown",
                "action");
    }

    @EventHandler
    void on(ActionEvent event, EventMessage<ActionEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

package org.paptracker.query.action;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.ActionEvent;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.values.action.ActionCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The actions and their milestones, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Actions.PROJECTION)
public class Actions extends PlanPartViews<ActionView, ActionEvent, ActionCode> {
    public static final String PROJECTION = "actions";

    Actions(ActionSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    /** An action under every plan it has been in, the earliest first. */
    public List<ActionView> lives(ActionView action, AsAt asAt) {
        Deque<ActionView> lives = new ArrayDeque<>(List.of(action));
        for (Optional<ActionView> one = previous(action, asAt); isNew(one, lives); one = previous(one.get(), asAt)) {
            lives.addFirst(one.get());
        }
        for (Optional<ActionView> one = next(action, asAt); isNew(one, lives); one = next(one.get(), asAt)) {
            lives.addLast(one.get());
        }
        return List.copyOf(lives);
    }

    private static boolean isNew(Optional<ActionView> life, Collection<ActionView> lives) {
        return life.isPresent() && !lives.contains(life.get());
    }

    private Optional<ActionView> previous(ActionView action, AsAt asAt) {
        return Optional.ofNullable(action.journey().continues())
                .flatMap(from -> find(from.plan(), from.action(), asAt));
    }

    private Optional<ActionView> next(ActionView action, AsAt asAt) {
        return Optional.ofNullable(action.journey().transferredTo()).flatMap(to -> find(to.plan(), to.action(), asAt));
    }

    @EventHandler
    void on(ActionEvent event, EventMessage<ActionEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

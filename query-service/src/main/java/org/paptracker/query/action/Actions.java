package org.paptracker.query.action;

import com.mongodb.client.MongoDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;
import org.paptracker.events.ActionEvent;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.ActionCode;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The actions and their milestones, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.ACTIONS)
public class Actions {
    private static final String STREAMS = "action:";

    private final Views<ActionView> views;
    private final Projection<ActionView, ActionEvent> projection;
    private final History history;

    Actions(MongoDatabase database, JsonMapper json, History history) {
        views = new Views<>(database, Projections.ACTIONS, ActionView.class, json);
        projection = new Projection<>(ActionView.FOLD, ActionEvent.class, STREAMS, views);
        this.history = history;
    }

    @EventHandler
    void on(ActionEvent event, EventMessage<ActionEvent> message, UnitOfWork<?> unit) {
        projection.on(message, unit);
    }

    @EventHandler
    void on(UnknownSerializedType unreadable, EventMessage<?> message) {
        projection.onUnreadable(message);
    }

    @ResetHandler
    void reset() {
        projection.reset();
    }

    /** By code. */
    public List<ActionView> of(PlanId plan, AsAt asAt) {
        return views.of(plan).stream()
                .map(view -> asAt.isNow() ? Optional.of(view) : at(plan, view.code(), asAt))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(ActionView::code))
                .toList();
    }

    /** @throws Refused with {@code action.unknown} if there is, or was, no such action */
    public ActionView get(PlanId plan, ActionCode action, AsAt asAt) {
        Optional<ActionView> view = asAt.isNow() ? views.find(stream(plan, action)) : at(plan, action, asAt);
        return view.orElseThrow(() -> new Refused(
                Problem.of(404, "action.unknown", "There is no action %s in the plan %s.".formatted(action, plan))));
    }

    private Optional<ActionView> at(PlanId plan, ActionCode action, AsAt asAt) {
        return history.view(stream(plan, action), ActionView.FOLD, ActionEvent.class, asAt);
    }

    private static String stream(PlanId plan, ActionCode action) {
        return STREAMS + plan + "/" + action;
    }
}

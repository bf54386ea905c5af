package org.paptracker.query.plan;

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
import org.paptracker.events.PlanEvent;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The plans, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.PLANS)
public class Plans {
    private static final String STREAMS = "plan:";

    private final Views<PlanView> views;
    private final Projection<PlanView, PlanEvent> projection;
    private final History history;

    Plans(MongoDatabase database, JsonMapper json, History history) {
        views = new Views<>(database, Projections.PLANS, PlanView.class, json);
        projection = new Projection<>(PlanView.FOLD, PlanEvent.class, STREAMS, views);
        this.history = history;
    }

    @EventHandler
    void on(PlanEvent event, EventMessage<PlanEvent> message, UnitOfWork<?> unit) {
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
    public List<PlanView> all(AsAt asAt) {
        return views.all().stream()
                .map(view -> asAt.isNow() ? Optional.of(view) : at(view.code(), asAt))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(PlanView::code))
                .toList();
    }

    /** @throws org.paptracker.platform.http.Refused with {@code plan.unknown} if there is, or was, no such plan */
    public PlanView get(PlanId plan, AsAt asAt) {
        Optional<PlanView> view = asAt.isNow() ? views.find(stream(plan)) : at(plan, asAt);
        return view.orElseThrow(() -> KnownPlans.unknown(plan));
    }

    private Optional<PlanView> at(PlanId plan, AsAt asAt) {
        return history.view(stream(plan), PlanView.FOLD, PlanEvent.class, asAt);
    }

    private static String stream(PlanId plan) {
        return STREAMS + plan;
    }
}

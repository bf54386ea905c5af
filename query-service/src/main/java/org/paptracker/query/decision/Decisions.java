package org.paptracker.query.decision;

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
import org.paptracker.events.DecisionEvent;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.DecisionId;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The decisions, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.DECISIONS)
public class Decisions {
    private static final String STREAMS = "decision:";

    private final Views<DecisionView> views;
    private final Projection<DecisionView, DecisionEvent> projection;
    private final History history;

    Decisions(MongoDatabase database, JsonMapper json, History history) {
        views = new Views<>(database, Projections.DECISIONS, DecisionView.class, json);
        projection = new Projection<>(DecisionView.FOLD, DecisionEvent.class, STREAMS, views);
        this.history = history;
    }

    @EventHandler
    void on(DecisionEvent event, EventMessage<DecisionEvent> message, UnitOfWork<?> unit) {
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

    /** By id. */
    public List<DecisionView> of(PlanId plan, AsAt asAt) {
        return views.of(plan).stream()
                .map(view -> asAt.isNow() ? Optional.of(view) : at(plan, view.code(), asAt))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(DecisionView::code))
                .toList();
    }

    /** @throws Refused with {@code decision.unknown} if there is, or was, no such decision */
    public DecisionView get(PlanId plan, DecisionId decision, AsAt asAt) {
        Optional<DecisionView> view = asAt.isNow() ? views.find(stream(plan, decision)) : at(plan, decision, asAt);
        return view.orElseThrow(() -> new Refused(Problem.of(
                404, "decision.unknown", "There is no decision %s in the plan %s.".formatted(decision, plan))));
    }

    private Optional<DecisionView> at(PlanId plan, DecisionId decision, AsAt asAt) {
        return history.view(stream(plan, decision), DecisionView.FOLD, DecisionEvent.class, asAt)
                .filter(DecisionView::wasMade);
    }

    private static String stream(PlanId plan, DecisionId decision) {
        return STREAMS + plan + "/" + decision;
    }
}

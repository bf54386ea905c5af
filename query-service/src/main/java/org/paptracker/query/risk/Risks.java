package org.paptracker.query.risk;

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
import org.paptracker.events.RiskEvent;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.PlanId;
import org.paptracker.values.RiskCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The risks, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.RISKS)
public class Risks {
    private static final String STREAMS = "risk:";

    private final Views<RiskView> views;
    private final Projection<RiskView, RiskEvent> projection;
    private final History history;

    Risks(MongoDatabase database, JsonMapper json, History history) {
        views = new Views<>(database, Projections.RISKS, RiskView.class, json);
        projection = new Projection<>(RiskView.FOLD, RiskEvent.class, STREAMS, views);
        this.history = history;
    }

    @EventHandler
    void on(RiskEvent event, EventMessage<RiskEvent> message, UnitOfWork<?> unit) {
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
    public List<RiskView> of(PlanId plan, AsAt asAt) {
        return views.of(plan).stream()
                .map(view -> asAt.isNow() ? Optional.of(view) : at(plan, view.code(), asAt))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(RiskView::code))
                .toList();
    }

    /** @throws Refused with {@code risk.unknown} if there is, or was, no such risk */
    public RiskView get(PlanId plan, RiskCode risk, AsAt asAt) {
        Optional<RiskView> view = asAt.isNow() ? views.find(stream(plan, risk)) : at(plan, risk, asAt);
        return view.orElseThrow(() -> new Refused(
                Problem.of(404, "risk.unknown", "There is no risk %s in the plan %s.".formatted(risk, plan))));
    }

    private Optional<RiskView> at(PlanId plan, RiskCode risk, AsAt asAt) {
        return history.view(stream(plan, risk), RiskView.FOLD, RiskEvent.class, asAt)
                .filter(RiskView::wasIdentified);
    }

    private static String stream(PlanId plan, RiskCode risk) {
        return STREAMS + plan + "/" + risk;
    }
}

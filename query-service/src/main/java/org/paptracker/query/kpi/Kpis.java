package org.paptracker.query.kpi;

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
import org.paptracker.events.KpiEvent;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.KpiCode;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The KPIs, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.KPIS)
public class Kpis {
    private static final String STREAMS = "kpi:";

    private final Views<KpiView> views;
    private final Projection<KpiView, KpiEvent> projection;
    private final History history;

    Kpis(MongoDatabase database, JsonMapper json, History history) {
        views = new Views<>(database, Projections.KPIS, KpiView.class, json);
        projection = new Projection<>(KpiView.FOLD, KpiEvent.class, STREAMS, views);
        this.history = history;
    }

    @EventHandler
    void on(KpiEvent event, EventMessage<KpiEvent> message, UnitOfWork<?> unit) {
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
    public List<KpiView> of(PlanId plan, AsAt asAt) {
        return views.of(plan).stream()
                .map(view -> asAt.isNow() ? Optional.of(view) : at(plan, view.code(), asAt))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(KpiView::code))
                .toList();
    }

    /** @throws Refused with {@code kpi.unknown} if there is, or was, no such KPI */
    KpiView get(PlanId plan, KpiCode kpi, AsAt asAt) {
        Optional<KpiView> view = asAt.isNow() ? views.find(stream(plan, kpi)) : at(plan, kpi, asAt);
        return view.orElseThrow(() ->
                new Refused(Problem.of(404, "kpi.unknown", "There is no KPI %s in the plan %s.".formatted(kpi, plan))));
    }

    private Optional<KpiView> at(PlanId plan, KpiCode kpi, AsAt asAt) {
        return history.view(stream(plan, kpi), KpiView.FOLD, KpiEvent.class, asAt);
    }

    private static String stream(PlanId plan, KpiCode kpi) {
        return STREAMS + plan + "/" + kpi;
    }
}

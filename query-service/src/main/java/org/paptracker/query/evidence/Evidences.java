package org.paptracker.query.evidence;

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
import org.paptracker.events.EvidenceEvent;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.EvidenceId;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The evidence, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Projections.EVIDENCE)
public class Evidences implements Proofs.Source {
    private static final String STREAMS = "evidence:";

    private final Views<EvidenceView> views;
    private final Projection<EvidenceView, EvidenceEvent> projection;
    private final History history;

    Evidences(MongoDatabase database, JsonMapper json, History history) {
        views = new Views<>(database, Projections.EVIDENCE, EvidenceView.class, json);
        projection = new Projection<>(EvidenceView.FOLD, EvidenceEvent.class, STREAMS, views);
        this.history = history;
    }

    @EventHandler
    void on(EvidenceEvent event, EventMessage<EvidenceEvent> message, UnitOfWork<?> unit) {
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
    public List<EvidenceView> of(PlanId plan, AsAt asAt) {
        return views.of(plan).stream()
                .map(view -> asAt.isNow() ? Optional.of(view) : at(plan, view.code(), asAt))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(EvidenceView::code))
                .toList();
    }

    @Override
    public Proofs proofs(PlanId plan, AsAt asAt) {
        return new Proofs(of(plan, asAt).stream()
                .map(EvidenceView::proof)
                .flatMap(Optional::stream)
                .toList());
    }

    /** @throws Refused with {@code evidence.unknown} if there is, or was, no such evidence */
    EvidenceView get(PlanId plan, EvidenceId evidence, AsAt asAt) {
        Optional<EvidenceView> view = asAt.isNow() ? views.find(stream(plan, evidence)) : at(plan, evidence, asAt);
        return view.orElseThrow(() -> new Refused(Problem.of(
                404, "evidence.unknown", "There is no evidence %s in the plan %s.".formatted(evidence, plan))));
    }

    private Optional<EvidenceView> at(PlanId plan, EvidenceId evidence, AsAt asAt) {
        return history.view(stream(plan, evidence), EvidenceView.FOLD, EvidenceEvent.class, asAt);
    }

    private static String stream(PlanId plan, EvidenceId evidence) {
        return STREAMS + plan + "/" + evidence;
    }
}

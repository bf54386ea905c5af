package org.paptracker.query.evidence;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The evidence, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Evidences.PROJECTION)
public class Evidences extends PlanPartViews<EvidenceView, EvidenceEvent, EvidenceId> implements Proofs.Source {
    public static final String PROJECTION = "evidence";

    Evidences(EvidenceSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(EvidenceEvent event, EventMessage<EvidenceEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }

    @Override
    public Proofs proofs(PlanId plan, AsAt asAt) {
        return proofs(of(plan, asAt));
    }

    /** What stands of {@code all}. */
    public static Proofs proofs(List<EvidenceView> all) {
        return new Proofs(
                all.stream().map(EvidenceView::proof).flatMap(Optional::stream).toList());
    }
}

package org.paptracker.query.plan;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.Streams;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.FamilyViews;
import org.paptracker.query.history.History;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The plans, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Plans.PROJECTION)
public class Plans extends FamilyViews<PlanView, PlanEvent> {
    public static final String PROJECTION = "plans";

    Plans(PlanSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(PlanEvent event, EventMessage<PlanEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }

    static String stream(PlanId plan) {
        return Streams.of(plan);
    }

    boolean exists(PlanId plan) {
        return has(stream(plan));
    }

    /** @throws org.paptracker.platform.http.Refused with {@code plan.unknown} if there is, or was, no such plan */
    public PlanView get(PlanId plan, AsAt asAt) {
        return find(stream(plan), asAt).orElseThrow(() -> KnownPlans.unknown(plan));
    }
}

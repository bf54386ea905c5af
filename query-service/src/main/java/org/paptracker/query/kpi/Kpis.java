package org.paptracker.query.kpi;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.KpiEvent;
import org.paptracker.query.history.History;
import org.paptracker.query.history.PlanPartViews;
import org.paptracker.values.kpi.KpiCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The KPIs, kept up to date from the log and read as at any time. */
@Component
@ProcessingGroup(Kpis.PROJECTION)
public class Kpis extends PlanPartViews<KpiView, KpiEvent, KpiCode> {
    public static final String PROJECTION = "kpis";

    Kpis(KpiSlice slice, MongoDatabase database, JsonMapper json, History history) {
        super(slice, database, json, history);
    }

    @EventHandler
    void on(KpiEvent event, EventMessage<KpiEvent> message, UnitOfWork<?> unit) {
        take(message, unit);
    }
}

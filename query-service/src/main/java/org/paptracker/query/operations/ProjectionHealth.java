package org.paptracker.query.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.paptracker.query.operations.ProjectionItem.State;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the projections take in everything. One that does not is worth a look and no reason to send nobody here any
 * more: the answer is still 200, and readiness does not ask.
 */
@Component("projections")
class ProjectionHealth extends AbstractHealthIndicator {
    static final Status DEGRADED = new Status("DEGRADED", "Some events are parked, or a projection does not run");

    private final ProjectionList projections;

    ProjectionHealth(ProjectionList projections) {
        super("The store does not answer");
        this.projections = projections;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        boolean well = true;
        for (ProjectionItem item : projections.all()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("state", item.state());
            details.put("behind", item.behind());
            details.put("deadLetters", item.deadLetters());
            details.put("skipped", item.skipped());
            builder.withDetail(item.code(), details);
            boolean runs = item.state() == State.RUNNING || item.state() == State.REPLAYING;
            if (!runs || item.deadLetters() > 0) well = false;
        }
        builder.status(well ? Status.UP : DEGRADED);
    }
}

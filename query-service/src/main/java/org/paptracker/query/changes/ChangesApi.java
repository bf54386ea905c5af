package org.paptracker.query.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.values.PlanId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangesApi {
    private final Changes changes;
    private final AsAtReader moments;
    private final KnownPlans plans;
    private final ProjectionPositions positions;

    ChangesApi(Changes changes, AsAtReader moments, KnownPlans plans, ProjectionPositions positions) {
        this.changes = changes;
        this.moments = moments;
        this.plans = plans;
        this.positions = positions;
    }

    /**
     * @param from position of the last entry that was known before; nothing up to it is counted
     * @param to position of the last entry counted
     */
    record Between(long from, long to, List<Changed> items) {}

    /**
     * What became known between two moments.
     *
     * @param from a date (its end), an instant or {@code position:394}
     * @param to likewise; now if left out
     */
    @GetMapping("/api/v1/plans/{plan}/changes")
    Between changes(@PathVariable PlanId plan, @RequestParam String from, @RequestParam @Nullable String to) {
        plans.require(plan);
        long last = positions.position(Projections.AUDIT);
        long first = moments.position("from", from);
        if (to != null) last = Math.min(last, moments.position("to", to));
        return new Between(first, last, changes.between(plan, first, last));
    }
}

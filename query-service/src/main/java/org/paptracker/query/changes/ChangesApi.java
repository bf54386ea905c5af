package org.paptracker.query.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.lineage.Lineage;
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
    private final Lineage lineage;

    ChangesApi(Changes changes, AsAtReader moments, KnownPlans plans, ProjectionPositions positions, Lineage lineage) {
        this.lineage = lineage;
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
     * @param acrossPlans with the plans it took over from and those that took over from it
     */
    @GetMapping("/api/v1/plans/{plan}/changes")
    Between changes(
            @PathVariable PlanId plan,
            @RequestParam String from,
            @RequestParam @Nullable String to,
            @RequestParam(defaultValue = "false") boolean acrossPlans) {
        plans.require(plan);
        long last = positions.position(Projections.AUDIT);
        long first = moments.position("from", from);
        if (to != null) last = Math.min(last, moments.position("to", to));
        List<PlanId> line = lineage.of(plan, acrossPlans, moments.read(null, null));
        return new Between(first, last, changes.between(line, first, last));
    }
}

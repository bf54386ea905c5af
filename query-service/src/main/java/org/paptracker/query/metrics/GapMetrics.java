package org.paptracker.query.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.paptracker.query.gaps.Gaps;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many gaps there are in the evidence, counted again every few seconds. */
@Component
class GapMetrics {
    private static final long EVERY_MS = 10_000;

    private final Plans plans;
    private final Gaps gaps;
    private final WhenMoved moved;
    private final LabelledGauge count;

    GapMetrics(Plans plans, Gaps gaps, AsAtReader asAt, ProjectionPositions positions, MeterRegistry registry) {
        moved = new WhenMoved("Gaps in the evidence", positions, asAt);
        this.plans = plans;
        this.gaps = gaps;
        count = new LabelledGauge(registry, "pap.evidence.gaps", "Things that the evidence does not bear, by kind");
    }

    @Scheduled(fixedDelay = EVERY_MS)
    void count() {
        moved.count(this::countPlans);
    }

    private void countPlans(AsAt now) {
        Map<Tags, Number> rows = new HashMap<>();
        for (PlanView plan : plans.all(now)) {
            Gaps.count(gaps.of(plan.code(), now))
                    .forEach((kind, n) -> rows.put(
                            Tags.of(
                                    "plan",
                                    plan.code().value(),
                                    "kind",
                                    kind.name().toLowerCase(Locale.ROOT)),
                            n));
        }
        count.show(rows);
    }
}

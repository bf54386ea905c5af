package org.paptracker.query.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.paptracker.query.gaps.Gaps;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many gaps there are in the evidence, counted again every few seconds. */
@Component
class GapMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(GapMetrics.class);
    private static final long EVERY_MS = 10_000;

    private final Plans plans;
    private final Gaps gaps;
    private final AsAtReader asAt;
    private final WhenMoved moved;
    private final MultiGauge count;

    GapMetrics(Plans plans, Gaps gaps, AsAtReader asAt, ProjectionPositions positions, MeterRegistry registry) {
        moved = new WhenMoved(positions);
        this.plans = plans;
        this.gaps = gaps;
        this.asAt = asAt;
        count = MultiGauge.builder("pap.evidence.gaps")
                .description("Things that the evidence does not bear, by kind")
                .register(registry);
    }

    @Scheduled(fixedDelay = EVERY_MS)
    void count() {
        try {
            AsAt now = asAt.now();
            moved.count(now.day(), () -> countPlans(now));
        } catch (RuntimeException e) {
            LOG.warn("Gaps in the evidence could not be counted for the metrics: {}", e.toString());
        }
    }

    private void countPlans(AsAt now) {
        List<Row<?>> rows = new ArrayList<>();
        for (PlanView plan : plans.all(now)) {
            gaps.count(plan.code(), now)
                    .forEach((kind, n) -> rows.add(Row.of(
                            Tags.of(
                                    "plan",
                                    plan.code().value(),
                                    "kind",
                                    kind.name().toLowerCase(Locale.ROOT)),
                            n)));
        }
        count.register(rows, true);
    }
}

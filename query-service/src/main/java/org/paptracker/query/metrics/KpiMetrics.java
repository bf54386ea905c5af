package org.paptracker.query.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.kpi.KpiView;
import org.paptracker.query.kpi.Kpis;
import org.paptracker.query.kpi.Trend;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The latest figures, where they are exact numbers that some source gives, and how old they are. */
@Component
class KpiMetrics {
    private static final long EVERY_MS = 10_000;

    private final Plans plans;
    private final Kpis kpis;
    private final WhenMoved moved;
    private final LabelledGauge value;
    private final LabelledGauge age;

    KpiMetrics(Plans plans, Kpis kpis, AsAtReader asAt, ProjectionPositions positions, MeterRegistry registry) {
        moved = new WhenMoved("KPIs", positions, asAt);
        this.plans = plans;
        this.kpis = kpis;
        value = new LabelledGauge(
                registry,
                "pap.kpi.value",
                "Latest figure in the KPI's own unit; only exact numbers that no source contradicts, and no count of 1 to"
                        + " 4 people");
        age = new LabelledGauge(registry, "pap.kpi.age.days", "Days since the end of the period of the latest figure");
    }

    @Scheduled(fixedDelay = EVERY_MS)
    void count() {
        moved.count(this::countPlans);
    }

    private void countPlans(AsAt now) {
        Map<Tags, Number> values = new HashMap<>();
        Map<Tags, Number> ages = new HashMap<>();
        for (PlanView plan : plans.all(now)) {
            for (KpiView kpi : kpis.of(plan.code(), now)) {
                Tags tags =
                        Tags.of("plan", plan.code().value(), "kpi", kpi.code().value());
                Trend trend = Trend.of(kpi, now.day());
                BigDecimal exact = shown(kpi, trend.latest());
                if (exact != null) values.put(tags, exact);
                if (trend.ageDays() != null) ages.put(tags, trend.ageDays());
            }
        }
        value.show(values);
        age.show(ages);
    }

    private static @Nullable BigDecimal shown(KpiView kpi, Trend.@Nullable Latest latest) {
        if (latest == null || latest.illustrative() || latest.reading() == null) return null;
        return kpi.isSmallCount(latest.reading()) ? null : latest.reading().exact();
    }
}

package org.paptracker.query.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.progress.Grouping;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.progress.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Progress as numbers, counted again every few seconds from the same views that people read. */
@Component
class PlanMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(PlanMetrics.class);
    private static final long EVERY_MS = 5_000;

    private final Plans plans;
    private final PlanProgress progress;
    private final AsAtReader asAt;
    private final WhenMoved moved;
    private final MultiGauge byState;
    private final MultiGauge byThemeAndState;
    private final MultiGauge byRating;
    private final MultiGauge overdue;
    private final MultiGauge slipped;
    private final MultiGauge sinceUpdate;
    private final MultiGauge coverage;

    PlanMetrics(
            Plans plans,
            PlanProgress progress,
            AsAtReader asAt,
            ProjectionPositions positions,
            MeterRegistry registry) {
        moved = new WhenMoved(positions);
        this.plans = plans;
        this.progress = progress;
        this.asAt = asAt;
        byState = gauge(registry, "pap.milestones", "Milestones by area and state");
        byThemeAndState = gauge(registry, "pap.milestones.by.theme", "Milestones by theme and state");
        byRating = gauge(registry, "pap.milestones.rated", "Milestones by area and rating");
        overdue = gauge(registry, "pap.milestones.overdue", "Milestones past their approved date without a claim");
        slipped = gauge(registry, "pap.milestones.slipped.days.max", "Days later than first agreed, at most");
        coverage = gauge(
                registry,
                "pap.evidence.coverage.ratio",
                "Share of complete milestones with standing evidence of outcome or impact, 0 to 1");
        sinceUpdate = gauge(registry, "pap.days.since.update", "Days since anybody reported on a theme");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    @Scheduled(fixedDelay = EVERY_MS)
    void count() {
        try {
            AsAt now = asAt.now();
            moved.count(now.day(), () -> countPlans(now));
        } catch (RuntimeException e) {
            LOG.warn("Progress could not be counted for the metrics: {}", e.toString());
        }
    }

    private void countPlans(AsAt now) {
        List<Row<?>> states = new ArrayList<>();
        List<Row<?>> themes = new ArrayList<>();
        List<Row<?>> ratings = new ArrayList<>();
        List<Row<?>> late = new ArrayList<>();
        List<Row<?>> slips = new ArrayList<>();
        List<Row<?>> silence = new ArrayList<>();
        List<Row<?>> shown = new ArrayList<>();
        for (PlanView plan : plans.all(now)) {
            String code = plan.code().value();
            List<PlanProgress.Report> by = progress.of(plan.code(), now, Grouping.AREA, Grouping.THEME);
            for (Progress area : by.get(0).items()) {
                Tags tags = Tags.of("plan", code, "area", area.code());
                area.milestones()
                        .byState()
                        .forEach((state, n) -> states.add(Row.of(tags.and("state", lower(state)), n)));
                area.milestones()
                        .byRating()
                        .forEach((rating, n) -> ratings.add(Row.of(tags.and("rating", lower(rating)), n)));
                late.add(Row.of(tags, area.overdue()));
                Long most = area.slippedDays().max();
                if (most != null) slips.add(Row.of(tags, most));
                Double share = area.evidence().coverage();
                if (share != null) shown.add(Row.of(tags, share));
            }
            for (Progress theme : by.get(1).items()) {
                Tags tags = Tags.of("plan", code, "theme", theme.code());
                theme.milestones()
                        .byState()
                        .forEach((state, n) -> themes.add(Row.of(tags.and("state", lower(state)), n)));
                Long days = theme.daysSinceUpdate();
                if (days != null) silence.add(Row.of(tags, days));
            }
        }
        byState.register(states, true);
        byThemeAndState.register(themes, true);
        byRating.register(ratings, true);
        overdue.register(late, true);
        slipped.register(slips, true);
        sinceUpdate.register(silence, true);
        coverage.register(shown, true);
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}

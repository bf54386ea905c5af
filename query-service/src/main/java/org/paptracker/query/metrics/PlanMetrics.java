package org.paptracker.query.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.progress.Grouping;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.progress.Progress;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Progress as numbers, counted again every few seconds from the same views that people read. */
@Component
class PlanMetrics {
    private static final long EVERY_MS = 5_000;

    private final Plans plans;
    private final PlanProgress progress;
    private final WhenMoved moved;
    private final LabelledGauge byState;
    private final LabelledGauge byThemeAndState;
    private final LabelledGauge byRating;
    private final LabelledGauge overdue;
    private final LabelledGauge slipped;
    private final LabelledGauge sinceUpdate;
    private final LabelledGauge coverage;

    PlanMetrics(
            Plans plans,
            PlanProgress progress,
            AsAtReader asAt,
            ProjectionPositions positions,
            MeterRegistry registry) {
        moved = new WhenMoved("Progress", positions, asAt);
        this.plans = plans;
        this.progress = progress;
        byState = new LabelledGauge(registry, "pap.milestones", "Milestones by area and state");
        byThemeAndState = new LabelledGauge(registry, "pap.milestones.by.theme", "Milestones by theme and state");
        byRating = new LabelledGauge(registry, "pap.milestones.rated", "Milestones by area and rating");
        overdue = new LabelledGauge(
                registry, "pap.milestones.overdue", "Milestones past their approved date without a claim");
        slipped =
                new LabelledGauge(registry, "pap.milestones.slipped.days.max", "Days later than first agreed, at most");
        coverage = new LabelledGauge(
                registry,
                "pap.evidence.coverage.ratio",
                "Share of complete milestones with standing evidence of outcome or impact, 0 to 1");
        sinceUpdate = new LabelledGauge(registry, "pap.days.since.update", "Days since anybody reported on a theme");
    }

    @Scheduled(fixedDelay = EVERY_MS)
    void count() {
        moved.count(this::countPlans);
    }

    private void countPlans(AsAt now) {
        Map<Tags, Number> states = new HashMap<>();
        Map<Tags, Number> themes = new HashMap<>();
        Map<Tags, Number> ratings = new HashMap<>();
        Map<Tags, Number> late = new HashMap<>();
        Map<Tags, Number> slips = new HashMap<>();
        Map<Tags, Number> silence = new HashMap<>();
        Map<Tags, Number> shown = new HashMap<>();
        for (PlanView plan : plans.all(now)) {
            String code = plan.code().value();
            List<PlanProgress.Report> by = progress.of(plan.code(), now, Grouping.AREA, Grouping.THEME);
            for (Progress area : by.get(0).items()) {
                Tags tags = Tags.of("plan", code, "area", area.code());
                area.milestones().byState().forEach((state, n) -> states.put(tags.and("state", lower(state)), n));
                area.milestones().byRating().forEach((rating, n) -> ratings.put(tags.and("rating", lower(rating)), n));
                late.put(tags, area.overdue());
                Long most = area.slippedDays().max();
                if (most != null) slips.put(tags, most);
                Double share = area.evidence().coverage();
                if (share != null) shown.put(tags, share);
            }
            for (Progress theme : by.get(1).items()) {
                Tags tags = Tags.of("plan", code, "theme", theme.code());
                theme.milestones().byState().forEach((state, n) -> themes.put(tags.and("state", lower(state)), n));
                Long days = theme.daysSinceUpdate();
                if (days != null) silence.put(tags, days);
            }
        }
        byState.show(states);
        byThemeAndState.show(themes);
        byRating.show(ratings);
        overdue.show(late);
        slipped.show(slips);
        sinceUpdate.show(silence);
        coverage.show(shown);
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}

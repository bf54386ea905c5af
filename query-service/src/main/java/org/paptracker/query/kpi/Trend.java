package org.paptracker.query.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.kpi.KpiView.Baseline;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;

/**
 * What the figures of a KPI say together, seen from a day. Nothing is said that they do not bear.
 *
 * @param latest the figure of the last period that has one; null if there is none
 * @param change from the figure before to the latest; null if there is no figure before, or either is in conflict
 * @param sinceBaseline from the baseline to the latest; null if either is missing or in conflict
 * @param trajectory to the next target; null if there is no target to come
 * @param conflicts periods of which sources say different things, in order
 * @param ageDays days from the end of the latest period; 0 while that has not ended; null if there is none
 */
public record Trend(
        @Nullable Latest latest,
        @Nullable Change change,
        @Nullable Change sinceBaseline,
        Travel directionOfTravel,
        @Nullable Trajectory trajectory,
        List<Conflict> conflicts,
        @Nullable Long ageDays) {

    /**
     * @param reading null if sources are in conflict about it
     * @param status final only if each source says so
     * @param illustrative whether any source's figure only stands in for one
     */
    public record Latest(Period period, @Nullable Reading reading, MeasurementStatus status, boolean illustrative) {}

    /**
     * How to reach the next target. What is needed is known only where latest figure and target are exact.
     *
     * @param reached whether the latest figure is as good as the target; null if that is not certain
     * @param needed from the latest figure to the target, negative if it has to fall; null if not known or reached
     * @param periods how many periods of the latest figure's length end until then; months, if that was a snapshot
     * @param perPeriod needed in each, to two decimals; null if not known, reached, or no period is left
     */
    public record Trajectory(
            BusinessDate dueOn,
            Reading target,
            @Nullable Boolean reached,
            @Nullable BigDecimal needed,
            @Nullable Long periods,
            @Nullable BigDecimal perPeriod) {}

    public record Conflict(Period period, List<Side> sides) {}

    public record Side(String source, Reading reading) {}

    public static Trend of(KpiView kpi, LocalDate day) {
        List<Conflict> conflicts = new ArrayList<>();
        List<Latest> points = new ArrayList<>();
        for (Map.Entry<Period, List<MeasurementView>> entry : kpi.standing().entrySet()) {
            List<MeasurementView> figures = entry.getValue();
            boolean agree =
                    figures.stream().map(MeasurementView::reading).distinct().count() == 1;
            if (!agree) conflicts.add(conflict(entry.getKey(), figures));
            points.add(new Latest(
                    entry.getKey(),
                    agree ? figures.get(0).reading() : null,
                    figures.stream().allMatch(figure -> figure.status() == MeasurementStatus.FINAL)
                            ? MeasurementStatus.FINAL
                            : MeasurementStatus.PROVISIONAL,
                    figures.stream().anyMatch(MeasurementView::illustrative)));
        }
        Latest latest = points.isEmpty() ? null : points.get(points.size() - 1);
        Latest before = points.size() < 2 ? null : points.get(points.size() - 2);
        Change change = latest == null ? null : change(before, latest.reading);
        Change sinceBaseline = latest == null ? null : since(kpi.content().baseline(), latest);
        return new Trend(
                latest,
                change,
                sinceBaseline,
                travel(kpi.content().polarity(), change, before == null ? sinceBaseline : null),
                trajectory(kpi, latest, day),
                List.copyOf(conflicts),
                latest == null ? null : Math.max(0, ChronoUnit.DAYS.between(latest.period.last(), day)));
    }

    private static Conflict conflict(Period period, List<MeasurementView> figures) {
        return new Conflict(
                period,
                figures.stream()
                        .map(figure -> new Side(figure.source(), figure.reading()))
                        .toList());
    }

    /** A direction needs no figure before it: that is what it speaks of. */
    private static @Nullable Change change(@Nullable Latest before, @Nullable Reading now) {
        if (now == null) return null;
        if (now.direction() != null) return Change.between(now, now);
        return before == null || before.reading == null ? null : Change.between(before.reading, now);
    }

    private static @Nullable Change since(@Nullable Baseline baseline, Latest latest) {
        Reading now = latest.reading;
        if (baseline == null || now == null || now.direction() != null) return null;
        return latest.period.compareTo(baseline.period()) > 0 ? Change.between(baseline.reading(), now) : null;
    }

    private static Travel travel(Polarity polarity, @Nullable Change change, @Nullable Change sinceBaseline) {
        Change known = change == null ? sinceBaseline : change;
        return known == null ? Travel.UNKNOWN : Travel.of(polarity, known.certain());
    }

    private static @Nullable Trajectory trajectory(KpiView kpi, @Nullable Latest latest, LocalDate day) {
        KpiView.Target next = kpi.targets().stream()
                .filter(target -> !target.dueOn().last().isBefore(day))
                .findFirst()
                .orElse(null);
        if (next == null) return null;
        BigDecimal aim = next.value().exact();
        BigDecimal now = latest == null || latest.reading == null ? null : latest.reading.exact();
        if (latest == null || aim == null || now == null) {
            return new Trajectory(next.dueOn(), next.value(), null, null, null, null);
        }
        BigDecimal needed = aim.subtract(now);
        if (isReached(kpi.content().polarity(), needed)) {
            return new Trajectory(next.dueOn(), next.value(), true, null, null, null);
        }
        long periods = latest.period.periodsUntil(next.dueOn().last());
        return new Trajectory(
                next.dueOn(), next.value(), false, needed, periods, periods == 0 ? null : share(needed, periods));
    }

    private static boolean isReached(Polarity polarity, BigDecimal needed) {
        return switch (polarity) {
            case HIGHER_IS_BETTER -> needed.signum() <= 0;
            case LOWER_IS_BETTER -> needed.signum() >= 0;
            case NEUTRAL -> needed.signum() == 0;
        };
    }

    private static BigDecimal share(BigDecimal needed, long periods) {
        BigDecimal share = needed.divide(BigDecimal.valueOf(periods), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return share.scale() < 0 ? share.setScale(0) : share;
    }
}

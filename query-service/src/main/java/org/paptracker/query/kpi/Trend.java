package org.paptracker.query.kpi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;

/**
 * What the figures of a KPI say together, seen from a day. Nothing is said that they do not bear.
 *
 * @param latest the figure of the period that began last; of two that began on the same day, the shorter. A figure that
 *     compares with nothing gives way to one of another length that does and that speaks of the same time. Null if there is
 *     none
 * @param change from the figure before for a period of the same length to the latest; null if there is no figure before, or either is in conflict
 * @param sinceBaseline from the baseline to the latest; null if either is missing or in conflict, or their lengths differ
 * @param trajectory to the next target; null if there is no target to come
 * @param conflicts periods of which sources say different things, in order
 * @param ageDays days from the end of the latest period, or from the day on which the figure was recorded if the period was
 *     not over by then; null if there is none
 * @param otherLengths the same of figures for periods of other lengths, the newest first
 */
public record Trend(
        @Nullable Latest latest,
        @Nullable Change change,
        @Nullable Change sinceBaseline,
        Travel directionOfTravel,
        @Nullable Trajectory trajectory,
        List<Conflict> conflicts,
        @Nullable Long ageDays,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OtherLength> otherLengths) {

    /**
     * @param reading null if sources are in conflict about it
     * @param status final only if each source says so
     * @param asOf the last day on which it was recorded, if its period was not over by then; else null
     * @param illustrative whether any source's figure only stands in for one
     */
    public record Latest(
            Period period,
            @Nullable Reading reading,
            MeasurementStatus status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate asOf,

            boolean illustrative) {
        private static Latest of(Period period, @Nullable Reading reading, List<MeasurementView> figures) {
            boolean isFinal = figures.stream().allMatch(figure -> figure.status() == MeasurementStatus.FINAL);
            LocalDate lastDay = figures.stream()
                    .map(MeasurementView::lastDay)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            boolean wasOver = figures.stream().anyMatch(figure -> figure.asOf() == null);
            return new Latest(
                    period,
                    reading,
                    isFinal ? MeasurementStatus.FINAL : MeasurementStatus.PROVISIONAL,
                    wasOver ? null : lastDay,
                    figures.stream().anyMatch(MeasurementView::illustrative));
        }

        /** The last day that it speaks of. */
        LocalDate lastDay() {
            return asOf == null ? period.last() : asOf;
        }
    }

    /** What the figures for periods of another length say together. They are not compared with the latest. */
    public record OtherLength(
            Latest latest,
            @Nullable Change change,
            @Nullable Change sinceBaseline,
            Travel directionOfTravel) {
        private static OtherLength of(Series series) {
            return new OtherLength(
                    series.latest(), series.change(), series.sinceBaseline(), series.directionOfTravel());
        }
    }

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
            points.add(Latest.of(entry.getKey(), agree ? figures.get(0).reading() : null, figures));
        }
        KpiView.Content content = kpi.content();
        List<Series> series = Series.of(points, content.polarity(), content.baseline());
        Series lead = series.isEmpty() ? null : series.get(0);
        Latest latest = lead == null ? null : lead.latest();
        return new Trend(
                latest,
                lead == null ? null : lead.change(),
                lead == null ? null : lead.sinceBaseline(),
                lead == null ? Travel.UNKNOWN : lead.directionOfTravel(),
                trajectory(kpi, latest, day),
                List.copyOf(conflicts),
                latest == null ? null : Math.max(0, ChronoUnit.DAYS.between(latest.lastDay(), day)),
                series.stream().skip(1).map(OtherLength::of).toList());
    }

    private static Conflict conflict(Period period, List<MeasurementView> figures) {
        return new Conflict(
                period,
                figures.stream()
                        .map(figure -> new Side(figure.source(), figure.reading()))
                        .toList());
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

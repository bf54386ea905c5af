package org.paptracker.query.kpi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.kpi.KpiView.Baseline;
import org.paptracker.query.kpi.Trend.Latest;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;

/**
 * The figures for periods of one length. Only these are compared with each other: the figure of a month and that of a year
 * differ even if nothing has changed.
 *
 * @param points in order of their periods; never empty
 */
record Series(
        List<Latest> points, Polarity polarity, @Nullable Baseline baseline) {
    private static final Set<Period.Kind> NEXT_TO_A_DAY = Set.of(Period.Kind.DAY, Period.Kind.MONTH);

    /** The one whose last period began last comes first; of two that began on the same day, the shorter. */
    private static final Comparator<Series> NEWEST_FIRST = Comparator.comparing(
                    (Series series) -> series.latest().period().first())
            .reversed()
            .thenComparing(series -> series.latest().period().last());

    /**
     * The figures of a KPI by the length of their periods. The first one holds its latest figure; the others are in order,
     * the newest first.
     *
     * @param points in order of their periods
     */
    static List<Series> of(List<Latest> points, Polarity polarity, @Nullable Baseline baseline) {
        Map<Period.Kind, List<Latest>> byLength = new EnumMap<>(Period.Kind.class);
        for (Latest point : points) {
            byLength.computeIfAbsent(point.period().kind(), none -> new ArrayList<>())
                    .add(point);
        }
        List<Series> series = new ArrayList<>(byLength.values().stream()
                .map(each -> new Series(List.copyOf(each), polarity, baseline))
                .sorted(NEWEST_FIRST)
                .toList());
        if (series.isEmpty()) return List.of();
        Series newest = series.get(0);
        series.stream().filter(newest::givesWayTo).findFirst().ifPresent(first -> {
            series.remove(first);
            series.add(0, first);
        });
        return List.copyOf(series);
    }

    Latest latest() {
        return points.get(points.size() - 1);
    }

    /** From the figure before to the latest; null if there is none, or either is in conflict. */
    @Nullable
    Change change() {
        Latest before = before();
        Reading now = latest().reading();
        if (now == null) return null;
        if (now.direction() != null) return Change.between(now, now); // needs no figure before it
        return before == null || before.reading() == null ? null : Change.between(before.reading(), now);
    }

    /** Null if there is no baseline of this length before, or either is in conflict. */
    @Nullable
    Change sinceBaseline() {
        Reading now = latest().reading();
        if (baseline == null || now == null || now.direction() != null) return null;
        Period from = baseline.period();
        boolean earlier = latest().period().compareTo(from) > 0;
        return earlier && isAlike(from.kind(), latest().period().kind())
                ? Change.between(baseline.reading(), now)
                : null;
    }

    Travel directionOfTravel() {
        Change change = change();
        Change known = change == null && before() == null ? sinceBaseline() : change;
        return known == null ? Travel.UNKNOWN : Travel.of(polarity, known.certain());
    }

    private @Nullable Latest before() {
        return points.size() < 2 ? null : points.get(points.size() - 2);
    }

    /** A figure that compares with nothing does not take the place of one that does and that speaks of the same time. */
    private boolean givesWayTo(Series other) {
        return !compares()
                && other.compares()
                && !other.latest().lastDay().isBefore(latest().period().first());
    }

    private boolean compares() {
        return before() != null || change() != null || sinceBaseline() != null;
    }

    /** A snapshot has no length. Where a source knows only its month, the baseline for that month stands for one. */
    private static boolean isAlike(Period.Kind one, Period.Kind other) {
        return one == other || (NEXT_TO_A_DAY.contains(one) && NEXT_TO_A_DAY.contains(other));
    }
}

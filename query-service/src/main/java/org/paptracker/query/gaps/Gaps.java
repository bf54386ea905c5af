package org.paptracker.query.gaps;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.paptracker.query.history.AsAt;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** All the gaps of a plan. */
@Component
public class Gaps {
    private final List<GapFinder> finders;

    Gaps(List<GapFinder> finders) {
        this.finders = finders;
    }

    /** By kind, then by what they are about. */
    public List<Gap> of(PlanId plan, AsAt asAt) {
        return finders.stream()
                .flatMap(finder -> finder.gaps(plan, asAt).stream())
                .sorted(Comparator.comparing(Gap::key))
                .toList();
    }

    /** How many of each kind; kinds without any stand there with 0. */
    public static Map<GapKind, Long> count(List<Gap> gaps) {
        Map<GapKind, Long> counts = new EnumMap<>(GapKind.class);
        for (GapKind kind : GapKind.values()) counts.put(kind, 0L);
        for (Gap gap : gaps) counts.merge(gap.kind(), 1L, Long::sum);
        return counts;
    }
}

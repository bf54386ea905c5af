package org.paptracker.query.gaps;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.paptracker.query.action.Actions;
import org.paptracker.query.evidence.Evidences;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.kpi.Kpis;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.voice.Voices;
import org.paptracker.values.NaturalOrder;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** All the gaps of a plan. */
@Component
public class Gaps {
    private final List<GapFinder> finders;
    private final Plans plans;
    private final Actions actions;
    private final Evidences evidence;
    private final Kpis kpis;
    private final Voices voices;

    Gaps(List<GapFinder> finders, Plans plans, Actions actions, Evidences evidence, Kpis kpis, Voices voices) {
        this.finders = finders;
        this.plans = plans;
        this.actions = actions;
        this.evidence = evidence;
        this.kpis = kpis;
        this.voices = voices;
    }

    /** By kind, then by what they are about. */
    public List<Gap> of(PlanId plan, AsAt asAt) {
        return of(new PlanContents(
                plans.get(plan, asAt),
                actions.of(plan, asAt),
                evidence.of(plan, asAt),
                kpis.of(plan, asAt),
                voices.of(plan, asAt),
                asAt.day()));
    }

    /** The same, of what somebody has read already. */
    public List<Gap> of(PlanContents contents) {
        return of(finders, contents);
    }

    static List<Gap> of(List<GapFinder> finders, PlanContents contents) {
        return finders.stream()
                .flatMap(finder -> finder.gaps(contents).stream())
                .sorted(Comparator.comparing(Gap::key, NaturalOrder.OF_TEXTS))
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

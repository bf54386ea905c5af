package org.paptracker.query.gaps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.paptracker.query.kpi.KpiView;
import org.paptracker.query.kpi.Trend;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.springframework.stereotype.Component;

/** KPIs that cannot show improvement for want of a beginning, an aim or a definition, or on which sources disagree. */
@Component
class KpiGaps implements GapFinder {
    @Override
    public List<Gap> gaps(PlanContents contents) {
        return contents.kpis().stream()
                .flatMap(kpi -> of(kpi, Trend.of(kpi, contents.day())).stream())
                .toList();
    }

    static List<Gap> of(KpiView kpi, Trend trend) {
        Subject subject = new Subject(SubjectType.KPI, kpi.code().value());
        List<Gap> gaps = new ArrayList<>();
        if (kpi.content().baseline() == null) {
            gaps.add(Gap.of(
                    GapKind.KPI_WITHOUT_BASELINE,
                    subject,
                    "The KPI %s has no baseline, so nobody can say how far it has come.".formatted(kpi.code()),
                    "Find the figure from before the work began and add it as the baseline, with its period.",
                    null));
        }
        if (kpi.targets().isEmpty()) {
            gaps.add(Gap.of(
                    GapKind.KPI_WITHOUT_TARGET,
                    subject,
                    "The KPI %s has no target, so nobody can say whether it is good enough.".formatted(kpi.code()),
                    "Agree a target and the date it is to be reached by.",
                    null));
        }
        if (kpi.content().definition() == null) {
            gaps.add(Gap.of(
                    GapKind.KPI_WITHOUT_DEFINITION,
                    subject,
                    "The KPI %s has no definition, so two people may count it differently.".formatted(kpi.code()),
                    "Write down what is counted, out of what, from when to when, and what is left out.",
                    null));
        }
        trend.conflicts().forEach(conflict -> gaps.add(gap(kpi, subject, conflict)));
        return gaps;
    }

    private static Gap gap(KpiView kpi, Subject subject, Trend.Conflict conflict) {
        String unit = kpi.content().unit();
        return new Gap(
                GapKind.SOURCES_IN_CONFLICT,
                subject,
                "The sources do not agree on the KPI %s for %s: %s."
                        .formatted(
                                kpi.code(),
                                conflict.period(),
                                conflict.sides().stream()
                                        .map(side -> side.reading().inWords())
                                        .distinct()
                                        .collect(Collectors.joining(" or "))),
                "Ask the sources, then revise or withdraw the figure that turns out to be wrong, and say why.",
                null,
                conflict.period(),
                conflict.sides().stream()
                        .map(side -> new Gap.Side(null, side.source(), says(side, unit)))
                        .toList());
    }

    private static String says(Trend.Side side, String unit) {
        return side.reading().direction() == null
                ? side.reading().inWords() + " " + unit
                : side.reading().inWords();
    }
}

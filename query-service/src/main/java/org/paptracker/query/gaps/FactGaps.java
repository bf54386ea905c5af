package org.paptracker.query.gaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceState;
import org.springframework.stereotype.Component;

/** Facts that are stated differently, in two sources or in one. */
@Component
class FactGaps implements GapFinder {
    @Override
    public List<Gap> gaps(PlanContents contents) {
        return of(contents.evidence());
    }

    /** Also of what nobody has validated yet: that sources disagree is known as soon as both are here. */
    static List<Gap> of(List<EvidenceView> all) {
        Map<Subject, List<EvidenceView>> statements = new TreeMap<>();
        for (EvidenceView view : all) {
            if (view.content().kind() != EvidenceKind.FACT || !counts(view.state())) continue;
            for (Subject subject : view.content().supports()) {
                if (subject.type() != SubjectType.FACT) continue;
                statements.computeIfAbsent(subject, none -> new ArrayList<>()).add(view);
            }
        }
        return statements.entrySet().stream()
                .filter(entry -> disagree(entry.getValue()))
                .map(entry -> gap(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean counts(EvidenceState state) {
        return !state.hasEnded() && state != EvidenceState.RETURNED;
    }

    private static boolean disagree(List<EvidenceView> statements) {
        return statements.stream()
                        .map(view -> view.content().summary())
                        .distinct()
                        .count()
                > 1;
    }

    private static Gap gap(Subject fact, List<EvidenceView> statements) {
        return new Gap(
                GapKind.SOURCES_IN_CONFLICT,
                fact,
                "The sources do not agree on %s: there are %d statements of it, and they differ."
                        .formatted(fact.code(), statements.size()),
                "Ask whoever knows, and withdraw or supersede what turns out to be wrong: %s."
                        .formatted(statements.stream()
                                .map(view -> view.code().value())
                                .collect(Collectors.joining(" or "))),
                null,
                null,
                statements.stream()
                        .map(view -> new Gap.Side(
                                view.code(),
                                view.content().source().title(),
                                view.content().summary()))
                        .toList());
    }
}

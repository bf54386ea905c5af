package org.paptracker.query.evidence;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.SmallCount;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.plan.PlanId;

/**
 * What it says.
 *
 * @param sampleSize how many cases, answers or people it rests on
 * @param supports in order of type and code
 */
public record Content(
        String title,
        EvidenceKind kind,
        EvidenceLevel level,
        @Nullable Period period,
        String summary,
        Source source,
        @Nullable Integer sampleSize,
        SortedSet<Subject> supports,
        Visibility visibility) {
    static Content of(EvidenceDetails details) {
        return new Content(
                details.title(),
                details.kind(),
                details.level(),
                details.period(),
                String.valueOf(ErasableText.shown(details.summary())),
                Source.of(details.source()),
                details.sampleSize(),
                details.supports(),
                details.visibility());
    }

    Content toldBy(PlanId plan, Disclosure disclosure) {
        boolean hidesCount = sampleSize != null
                && sampleSize > 0
                && sampleSize < SmallCount.LEAST_SHOWN
                && !disclosure.smallCounts();
        return new Content(
                title,
                kind,
                level,
                period,
                hidesCount ? String.valueOf(SmallCount.hidden(summary)) : summary,
                source,
                hidesCount ? null : sampleSize,
                supports.stream()
                        .filter(subject -> disclosure.names(plan, subject))
                        .collect(Collectors.toCollection(TreeSet::new)),
                visibility);
    }
}

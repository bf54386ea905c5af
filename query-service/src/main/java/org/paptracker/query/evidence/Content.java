package org.paptracker.query.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.SmallCount;
import org.paptracker.values.ErasableText;
import org.paptracker.values.London;
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
 * @param asOf the day it was recorded, if its period was not over by then; else null
 * @param sampleSize how many cases, answers or people it rests on
 * @param supports in order of type and code
 */
public record Content(
        String title,
        EvidenceKind kind,
        EvidenceLevel level,
        @Nullable Period period,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate asOf,
        String summary,
        Source source,
        @Nullable Integer sampleSize,
        SortedSet<Subject> supports,
        Visibility visibility) {
    static Content of(EvidenceDetails details, Recorded<?> recorded) {
        Period period = details.period();
        return new Content(
                details.title(),
                details.kind(),
                details.level(),
                period,
                period == null ? null : period.asOf(London.day(recorded.recordedAt())),
                String.valueOf(ErasableText.shown(details.summary())),
                Source.of(details.source()),
                details.sampleSize(),
                details.supports(),
                details.visibility());
    }

    /** The last day of {@code spoken} that it can speak of. */
    LocalDate lastDay(Period spoken) {
        return asOf == null ? spoken.last() : asOf;
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
                asOf,
                hidesCount ? String.valueOf(SmallCount.hidden(summary)) : summary,
                source,
                hidesCount ? null : sampleSize,
                supports.stream()
                        .filter(subject -> disclosure.names(plan, subject))
                        .collect(Collectors.toCollection(TreeSet::new)),
                visibility);
    }
}

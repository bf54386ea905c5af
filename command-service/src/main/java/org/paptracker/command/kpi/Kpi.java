package org.paptracker.command.kpi;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Author;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.London;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;

/**
 * What decisions about a KPI need to know.
 *
 * @param details null while it is not defined
 * @param targets by the date they are due on
 * @param measurements the figure of each source for each period, withdrawn ones too
 * @param authors who recorded them
 */
record Kpi(
        @Nullable KpiDetails details,
        Map<BusinessDate, Reading> targets,
        Map<Origin, Measurement> measurements,
        Map<Origin, Author> authors) {

    /** Whose figure for when. */
    record Origin(Period period, String source) {}

    record Measurement(Reading reading, MeasurementStatus status, boolean illustrative, boolean withdrawn) {}

    static final Fold<Kpi, KpiEvent> FOLD = Fold.from(new Kpi(null, Map.of(), Map.of(), Map.of()), KpiEvent.class)
            .on(KpiDefined.class, (kpi, event) -> kpi.described(event.details()))
            .on(KpiAmended.class, (kpi, event) -> kpi.described(event.details()))
            .on(KpiTargetSet.class, Kpi::aimed)
            .on(
                    MeasurementRecorded.class,
                    (kpi, event, recorded) -> kpi.recorded(event, recorded).by(event, Author.of(recorded)))
            .on(MeasurementRevised.class, Kpi::revised)
            .on(MeasurementWithdrawn.class, Kpi::withdrawn)
            .exhaustive();

    /** Null if that source never gave a figure for that period. */
    @Nullable
    Measurement measurement(Period period, String source) {
        return measurements.get(new Origin(period, source));
    }

    /** Who recorded it. */
    @Nullable
    Author author(Period period, String source) {
        return authors.get(new Origin(period, source));
    }

    /** The sources whose figures for a period stand. */
    SortedSet<String> sources(Period period) {
        SortedSet<String> sources = new TreeSet<>();
        measurements.forEach((origin, measurement) -> {
            if (origin.period().equals(period) && !measurement.withdrawn()) sources.add(origin.source());
        });
        return sources;
    }

    private Kpi described(KpiDetails now) {
        return new Kpi(now, targets, measurements, authors);
    }

    private Kpi aimed(KpiTargetSet target) {
        return new Kpi(details, with(targets, target.dueOn(), target.value()), measurements, authors);
    }

    private Kpi recorded(MeasurementRecorded event, Recorded<?> recorded) {
        MeasurementStatus status = status(event.period(), event.status(), recorded);
        return measured(
                event.period(), event.source(), new Measurement(event.reading(), status, event.illustrative(), false));
    }

    private Kpi revised(MeasurementRevised event, Recorded<?> recorded) {
        MeasurementStatus status = status(event.period(), event.status(), recorded);
        Measurement before = measurement(event.period(), event.source());
        boolean illustrative = before != null && before.illustrative();
        return measured(event.period(), event.source(), new Measurement(event.reading(), status, illustrative, false));
    }

    /** Older logs hold final figures for periods that were not over. */
    private static MeasurementStatus status(Period period, MeasurementStatus said, Recorded<?> recorded) {
        return period.status(said, London.day(recorded.recordedAt()));
    }

    private Kpi withdrawn(MeasurementWithdrawn event) {
        Measurement before = measurement(event.period(), event.source());
        if (before == null) return this;
        return measured(
                event.period(),
                event.source(),
                new Measurement(before.reading(), before.status(), before.illustrative(), true));
    }

    private Kpi measured(Period period, String source, Measurement measurement) {
        return new Kpi(details, targets, with(measurements, new Origin(period, source), measurement), authors);
    }

    private Kpi by(MeasurementRecorded event, Author author) {
        Origin origin = new Origin(event.period(), event.source());
        return new Kpi(details, targets, measurements, with(authors, origin, author));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> next = new HashMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }
}

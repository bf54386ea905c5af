package org.paptracker.query.audit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.query.kpi.KpiView;

/** KPIs in the history. */
final class KpiFamily {
    private static final Fold<String, KpiEvent> SENTENCE = Fold.from("", KpiEvent.class)
            .on(
                    KpiDefined.class,
                    (none, e) -> "The KPI %s was defined: %s."
                            .formatted(e.kpi(), Words.ending(e.details().title())))
            .on(KpiAmended.class, (none, e) -> "The details of the KPI %s were amended.".formatted(e.kpi()))
            .on(
                    KpiTargetSet.class,
                    (none, e) -> "The KPI %s was given the target %s by %s."
                            .formatted(e.kpi(), e.value().inWords(), e.dueOn().inWords()))
            .on(
                    MeasurementRecorded.class,
                    (none, e) -> "The KPI %s for %s was recorded: %s, %s, from %s."
                            .formatted(
                                    e.kpi(),
                                    Words.of(e.period()),
                                    e.reading().inWords(),
                                    Words.of(e.status()),
                                    Words.ending(e.source())))
            .on(
                    MeasurementRevised.class,
                    (none, e) -> "The KPI %s for %s was revised: %s, %s, from %s."
                            .formatted(
                                    e.kpi(),
                                    Words.of(e.period()),
                                    e.reading().inWords(),
                                    Words.of(e.status()),
                                    Words.ending(e.source())))
            .on(
                    MeasurementWithdrawn.class,
                    (none, e) -> "The figure of the KPI %s for %s from %s was withdrawn."
                            .formatted(e.kpi(), Words.of(e.period()), Words.ending(e.source())))
            .exhaustive();

    static final Family<KpiView, KpiEvent> FAMILY = new Family<>(
            KpiEvent.class,
            KpiView.FOLD,
            SENTENCE,
            event -> List.of(new AuditEntry.Subject("kpi", event.kpi().value())),
            (view, subject) -> view,
            view -> codes(view.content().areas()),
            view -> codes(view.content().themes()));

    private KpiFamily() {}

    private static Set<String> codes(Collection<?> codes) {
        Set<String> texts = new TreeSet<>();
        codes.forEach(code -> texts.add(code.toString()));
        return texts;
    }
}

package org.paptracker.query.kpi;

import org.paptracker.events.KpiEvent;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.SmallCount;

/** KPIs in the history. */
final class KpiSlice extends Slice<KpiView, KpiEvent> {
    private static final Fold<String, KpiEvent> SENTENCES = Fold.from("", KpiEvent.class)
            .on(
                    KpiDefined.class,
                    (none, e) -> "The KPI %s was defined: %s."
                            .formatted(e.kpi(), Phrases.ending(e.details().title())))
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
                                    Phrases.of(e.period()),
                                    e.reading().inWords(),
                                    Phrases.of(e.status()),
                                    Phrases.ending(e.source())))
            .on(
                    MeasurementRevised.class,
                    (none, e) -> "The KPI %s for %s was revised: %s, %s, from %s."
                            .formatted(
                                    e.kpi(),
                                    Phrases.of(e.period()),
                                    e.reading().inWords(),
                                    Phrases.of(e.status()),
                                    Phrases.ending(e.source())))
            .on(
                    MeasurementWithdrawn.class,
                    (none, e) -> "The figure of the KPI %s for %s from %s was withdrawn."
                            .formatted(e.kpi(), Phrases.of(e.period()), Phrases.ending(e.source())))
            .exhaustive();

    KpiSlice() {
        super(Kpis.PROJECTION, KpiEvent.class, KpiView.class, KpiView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(KpiView view) {
        return AreasAndThemes.of(view.content().areas(), view.content().themes());
    }

    @Override
    public String noun() {
        return "KPI";
    }

    @Override
    protected KpiEvent told(KpiEvent event, KpiView after, Disclosure disclosure) {
        if (!after.suppresses(disclosure)) return event;
        boolean hidesWords = after.hasSmall() || disclosure.now(after).hasSmall();
        if (event instanceof KpiTargetSet set) {
            return new KpiTargetSet(set.plan(), set.kpi(), SmallCount.blurred(set.value()), set.dueOn());
        }
        if (event instanceof MeasurementRecorded first) {
            return new MeasurementRecorded(
                    first.plan(),
                    first.kpi(),
                    first.period(),
                    first.source(),
                    SmallCount.blurred(first.reading()),
                    first.status(),
                    first.illustrative());
        }
        if (event instanceof MeasurementRevised again) {
            return new MeasurementRevised(
                    again.plan(),
                    again.kpi(),
                    again.period(),
                    again.source(),
                    SmallCount.blurred(again.reading()),
                    again.status(),
                    hidesWords ? SmallCount.hidden(again.reason()) : again.reason());
        }
        if (event instanceof MeasurementWithdrawn gone && hidesWords) {
            return new MeasurementWithdrawn(
                    gone.plan(), gone.kpi(), gone.period(), gone.source(), SmallCount.hidden(gone.reason()));
        }
        return event;
    }
}

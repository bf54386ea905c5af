package org.paptracker.query.kpi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.kpi.KpiBaseline;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDefinition;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.KpiKind;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/**
 * A KPI as it stands.
 *
 * @param targets by the date they are due on
 * @param measurements by period, then source; withdrawn ones too
 * @param suppressed true if there are counts of 1 to 4 people in it that read less exactly than they were recorded; else
 *     null
 */
public record KpiView(
        KpiCode code,
        PlanId plan,
        @JsonUnwrapped Content content,
        List<Target> targets,
        List<MeasurementView> measurements,
        @Nullable Boolean suppressed,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /** What it measures. */
    public record Content(
            String title,
            String unit,
            Polarity polarity,
            @Nullable String basis,
            @Nullable Definition definition,
            @Nullable KpiBaseline baseline,
            SortedSet<AreaCode> areas,
            SortedSet<ThemeCode> themes,
            @Nullable KpiKind kind) {
        static Content of(KpiDetails details) {
            return new Content(
                    details.title(),
                    details.unit(),
                    details.polarity(),
                    ErasableText.shown(details.basis()),
                    Definition.of(details.definition()),
                    details.baseline(),
                    details.areas(),
                    details.themes(),
                    details.kind());
        }

        private Content with(@Nullable KpiBaseline baseline) {
            return new Content(title, unit, polarity, basis, definition, baseline, areas, themes, kind);
        }
    }

    /** How it is counted. */
    public record Definition(
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String clockStart,
            @Nullable String clockStop,
            @Nullable String exceptions) {
        static @Nullable Definition of(@Nullable KpiDefinition definition) {
            return definition == null
                    ? null
                    : new Definition(
                            ErasableText.shown(definition.numerator()),
                            ErasableText.shown(definition.denominator()),
                            ErasableText.shown(definition.clockStart()),
                            ErasableText.shown(definition.clockStop()),
                            ErasableText.shown(definition.exceptions()));
        }
    }

    public record Target(BusinessDate dueOn, Reading value) {}

    /** As public as the plan. */
    @Override
    public Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    public KpiView toldBy(Disclosure disclosure) {
        if (disclosure.smallCounts()) return this;
        UnaryOperator<Reading> blurred = reading -> SmallCount.blurred(content.unit, reading);
        KpiView told = new KpiView(
                code,
                plan,
                content.with(
                        content.baseline == null
                                ? null
                                : new KpiBaseline(
                                        content.baseline.period(), blurred.apply(content.baseline.reading()))),
                targets.stream()
                        .map(target -> new Target(target.dueOn, blurred.apply(target.value)))
                        .toList(),
                measurements.stream().map(each -> each.with(blurred)).toList(),
                suppressed,
                stamp);
        return told.equals(this)
                ? this
                : new KpiView(code, plan, told.content, told.targets, told.measurements, true, stamp);
    }

    private static final Comparator<MeasurementView> ORDER =
            Comparator.comparing(MeasurementView::period).thenComparing(MeasurementView::source);

    private static final KpiView NOTHING = new KpiView(
            new KpiCode("none"),
            new PlanId("none"),
            new Content("", "", Polarity.NEUTRAL, null, null, null, new TreeSet<>(), new TreeSet<>(), null),
            List.of(),
            List.of(),
            null,
            Stamp.NONE);

    public static final Fold<KpiView, KpiEvent> FOLD = Fold.from(NOTHING, KpiEvent.class)
            .on(KpiDefined.class, KpiView::defined)
            .on(KpiAmended.class, (view, event) -> view.with(Content.of(event.details())))
            .on(KpiTargetSet.class, KpiView::aimed)
            .on(MeasurementRecorded.class, KpiView::recorded)
            .on(MeasurementRevised.class, KpiView::revised)
            .on(MeasurementWithdrawn.class, KpiView::withdrawn)
            .after((view, recorded) -> view.stamped(Stamp.of(recorded)))
            .exhaustive();

    /** The figures that stand, by period in order; more than one where sources stand side by side. */
    Map<Period, List<MeasurementView>> standing() {
        return measurements.stream()
                .filter(MeasurementView::stands)
                .collect(Collectors.groupingBy(MeasurementView::period, TreeMap::new, Collectors.toList()));
    }

    private KpiView defined(KpiDefined event) {
        return new KpiView(
                event.kpi(), event.plan(), Content.of(event.details()), List.of(), List.of(), suppressed, stamp);
    }

    private KpiView aimed(KpiTargetSet event) {
        List<Target> next = new ArrayList<>(targets);
        next.removeIf(target -> target.dueOn.equals(event.dueOn()));
        next.add(new Target(event.dueOn(), event.value()));
        next.sort(Comparator.comparing(Target::dueOn));
        return new KpiView(code, plan, content, List.copyOf(next), measurements, suppressed, stamp);
    }

    private KpiView recorded(MeasurementRecorded event, Recorded<?> recorded) {
        MeasurementView first = MeasurementView.recorded(event, recorded.actor());
        return measured(first, (before, now) -> before.recordedAnew(event, recorded));
    }

    private KpiView revised(MeasurementRevised event, Recorded<?> recorded) {
        return with(measurements.stream()
                .map(each -> each.isOf(event.period(), event.source()) ? each.revised(event, recorded) : each)
                .toList());
    }

    private KpiView withdrawn(MeasurementWithdrawn event, Recorded<?> recorded) {
        return with(measurements.stream()
                .map(each -> each.isOf(event.period(), event.source()) ? each.withdrawn(event, recorded) : each)
                .toList());
    }

    /** Adds {@code first} in its place, or merges it into what its source said of the period before. */
    private KpiView measured(MeasurementView first, BinaryOperator<MeasurementView> merge) {
        List<MeasurementView> next = new ArrayList<>(measurements);
        for (int i = 0; i < next.size(); i++) {
            MeasurementView before = next.get(i);
            if (before.isOf(first.period(), first.source())) {
                next.set(i, merge.apply(before, first));
                return with(List.copyOf(next));
            }
        }
        next.add(first);
        next.sort(ORDER);
        return with(List.copyOf(next));
    }

    private KpiView with(Content content) {
        return new KpiView(code, plan, content, targets, measurements, suppressed, stamp);
    }

    private KpiView with(List<MeasurementView> measurements) {
        return new KpiView(code, plan, content, targets, measurements, suppressed, stamp);
    }

    private KpiView stamped(Stamp stamp) {
        return new KpiView(code, plan, content, targets, measurements, suppressed, stamp);
    }
}

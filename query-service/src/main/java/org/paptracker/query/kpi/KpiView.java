package org.paptracker.query.kpi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.paptracker.query.platform.projection.SmallCount;
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

/** A KPI as it stands. */
public record KpiView(
        KpiCode code,
        PlanId plan,
        @JsonUnwrapped Content content,
        @JsonUnwrapped Figures figures,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /** What it measures. */
    public record Content(
            String title,
            String unit,
            Polarity polarity,
            @Nullable String basis,
            @Nullable Definition definition,
            @Nullable Baseline baseline,
            SortedSet<AreaCode> areas,
            SortedSet<ThemeCode> themes,
            @Nullable KpiKind kind,
            @Nullable Boolean countsPeople) {
        static Content of(KpiDetails details) {
            return new Content(
                    details.title(),
                    details.unit(),
                    details.polarity(),
                    ErasableText.shown(details.basis()),
                    Definition.of(details.definition()),
                    Baseline.of(details.baseline()),
                    details.areas(),
                    details.themes(),
                    details.kind(),
                    details.countsPeople());
        }

        private boolean mayCountPeople() {
            return KpiDetails.countsPeople(countsPeople, unit);
        }

        /** Without the small count, and without words, which could say it. */
        private Content suppressing() {
            Baseline told =
                    baseline == null ? null : new Baseline(baseline.period, SmallCount.blurred(baseline.reading));
            return new Content(
                    title,
                    unit,
                    polarity,
                    SmallCount.hidden(basis),
                    definition == null ? null : definition.hidden(),
                    told,
                    areas,
                    themes,
                    kind,
                    countsPeople);
        }

        private boolean isSmall() {
            return baseline != null && SmallCount.is(baseline.reading);
        }
    }

    /** Where it stood before the work began. */
    public record Baseline(Period period, Reading reading) {
        static @Nullable Baseline of(@Nullable KpiBaseline baseline) {
            return baseline == null ? null : new Baseline(baseline.period(), baseline.reading());
        }
    }

    /**
     * What it aims at and what was measured.
     *
     * @param targets by the date they are due on
     * @param measurements by period, then source; withdrawn ones too
     * @param suppressed true if there are counts of 1 to 4 people in it that read less exactly than they were recorded;
     *     else null
     */
    public record Figures(
            List<Target> targets,
            List<MeasurementView> measurements,
            @Nullable Boolean suppressed) {
        private static final Figures NONE = new Figures(List.of(), List.of(), null);

        private Figures with(Target one) {
            List<Target> next = new ArrayList<>(targets);
            next.removeIf(target -> target.dueOn.equals(one.dueOn));
            next.add(one);
            next.sort(Comparator.comparing(Target::dueOn));
            return new Figures(List.copyOf(next), measurements, suppressed);
        }

        private Figures with(List<MeasurementView> now) {
            return new Figures(targets, now, suppressed);
        }

        private Figures of(Period period, String source, UnaryOperator<MeasurementView> step) {
            return with(measurements.stream()
                    .map(each -> each.isOf(period, source) ? step.apply(each) : each)
                    .toList());
        }

        private Figures suppressing(@Nullable Boolean suppressed) {
            return new Figures(
                    targets.stream()
                            .map(target -> new Target(target.dueOn, SmallCount.blurred(target.value)))
                            .toList(),
                    measurements.stream().map(MeasurementView::suppressing).toList(),
                    suppressed);
        }

        private boolean haveSmall() {
            return targets.stream().anyMatch(target -> SmallCount.is(target.value))
                    || measurements.stream().anyMatch(MeasurementView::hasSmall);
        }

        /** Adds {@code first} in its place, or merges it into what its source said of the period before. */
        private Figures with(MeasurementView first, UnaryOperator<MeasurementView> merge) {
            if (measurements.stream().anyMatch(each -> each.isOf(first.period(), first.source()))) {
                return of(first.period(), first.source(), merge);
            }
            return with(Stream.concat(measurements.stream(), Stream.of(first))
                    .sorted(ORDER)
                    .toList());
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

        private Definition hidden() {
            return new Definition(
                    SmallCount.hidden(numerator),
                    SmallCount.hidden(denominator),
                    SmallCount.hidden(clockStart),
                    SmallCount.hidden(clockStop),
                    SmallCount.hidden(exceptions));
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
        if (!suppresses(disclosure) || !(hasSmall() || disclosure.now(this).hasSmall())) return this;
        return new KpiView(code, plan, content.suppressing(), figures.suppressing(hasSmall() ? true : null), stamp);
    }

    boolean hasSmall() {
        return content.isSmall() || figures.haveSmall();
    }

    /** Whether small figures count people whom the caller might recognise: they did so then, or do so now. */
    boolean suppresses(Disclosure disclosure) {
        return !disclosure.smallCounts()
                && (content.mayCountPeople() || disclosure.now(this).content.mayCountPeople());
    }

    /** Whether {@code reading} is a count of so few people that they could be recognised. */
    public boolean isSmallCount(Reading reading) {
        return content.mayCountPeople() && SmallCount.is(reading);
    }

    public List<Target> targets() {
        return figures.targets;
    }

    public List<MeasurementView> measurements() {
        return figures.measurements;
    }

    private static final Comparator<MeasurementView> ORDER =
            Comparator.comparing(MeasurementView::period).thenComparing(MeasurementView::source);

    private static final KpiView NOTHING = new KpiView(
            new KpiCode("none"),
            new PlanId("none"),
            new Content("", "", Polarity.NEUTRAL, null, null, null, new TreeSet<>(), new TreeSet<>(), null, null),
            Figures.NONE,
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
        return measurements().stream()
                .filter(MeasurementView::stands)
                .collect(Collectors.groupingBy(MeasurementView::period, TreeMap::new, Collectors.toList()));
    }

    private KpiView defined(KpiDefined event) {
        return new KpiView(event.kpi(), event.plan(), Content.of(event.details()), Figures.NONE, stamp);
    }

    private KpiView aimed(KpiTargetSet event) {
        return with(figures.with(new Target(event.dueOn(), event.value())));
    }

    private KpiView recorded(MeasurementRecorded event, Recorded<?> recorded) {
        return with(figures.with(
                MeasurementView.recorded(event, recorded), before -> before.recordedAnew(event, recorded)));
    }

    private KpiView revised(MeasurementRevised event, Recorded<?> recorded) {
        return with(figures.of(event.period(), event.source(), each -> each.revised(event, recorded)));
    }

    private KpiView withdrawn(MeasurementWithdrawn event, Recorded<?> recorded) {
        return with(figures.of(event.period(), event.source(), each -> each.withdrawn(event, recorded)));
    }

    private KpiView with(Content now) {
        return new KpiView(code, plan, now, figures, stamp);
    }

    private KpiView with(Figures now) {
        return new KpiView(code, plan, content, now, stamp);
    }

    private KpiView stamped(Stamp now) {
        return new KpiView(code, plan, content, figures, now);
    }
}

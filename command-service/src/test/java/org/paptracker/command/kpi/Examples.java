package org.paptracker.command.kpi;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.paptracker.command.Scenario;
import org.paptracker.command.kpi.KpiCommand.DefineKpi;
import org.paptracker.command.kpi.KpiCommand.RecordMeasurement;
import org.paptracker.command.kpi.KpiCommand.ReviseMeasurement;
import org.paptracker.command.kpi.KpiCommand.SetTarget;
import org.paptracker.command.kpi.KpiCommand.WithdrawMeasurement;
import org.paptracker.command.platform.axon.Told;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.KpiBaseline;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDefinition;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.KpiKind;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/** One KPI and its figures. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final KpiCode KPI = new KpiCode("annual-review-backlog");
    static final Period JANUARY = Period.parse("2025-01");
    static final String NEWS = "Council news";
    static final String BLOG = "Chair's blog";
    static final BusinessDate DUE = BusinessDate.parse("2025-07");
    static final Reading FEWER_THAN_50 = Reading.of(Reading.Comparator.LT, "50");
    static final Reading FORTY = Reading.exactly("40");
    static final ErasableText REASON = ErasableText.of("Counted again");

    private Examples() {}

    static PlanTerms plan(PlanState state) {
        return new PlanTerms(
                state,
                Set.of(new AreaCode("PA3")),
                Set.of(new ThemeCode("T1")),
                Set.of(new WorkstreamCode("data")),
                Set.of(new OrganisationCode("OCC")),
                Set.of());
    }

    static Scenario<Kpi, KpiCommand, KpiEvent> given(KpiEvent... events) {
        return in(plan(PlanState.PUBLISHED), events);
    }

    static Scenario<Kpi, KpiCommand, KpiEvent> in(PlanTerms plan, KpiEvent... events) {
        return new Scenario<>(KpiDecider.RULES).under(plan).given(events);
    }

    static KpiDetails details() {
        return titled("Backlog of annual reviews");
    }

    static KpiDetails titled(String title) {
        return naming(title, List.of("PA3"), List.of("T1"));
    }

    static KpiDetails naming(String title, List<String> areas, List<String> themes) {
        return new KpiDetails(
                title,
                "reviews",
                Polarity.LOWER_IS_BETTER,
                ErasableText.of("All plans"),
                new KpiDefinition(ErasableText.of("Reviews overdue"), null, null, null, null),
                new KpiBaseline(Period.parse("2024-09"), Reading.of(Reading.Comparator.GT, "200")),
                Collections.unmodifiableSortedSet(
                        new TreeSet<>(areas.stream().map(AreaCode::new).toList())),
                Collections.unmodifiableSortedSet(
                        new TreeSet<>(themes.stream().map(ThemeCode::new).toList())),
                KpiKind.PROCESS,
                null);
    }

    static KpiDefined defined() {
        return new KpiDefined(PLAN, KPI, details());
    }

    static KpiTargetSet aimed() {
        return new KpiTargetSet(PLAN, KPI, Reading.exactly("0"), DUE);
    }

    static MeasurementRecorded measured(String source, Reading reading) {
        return new MeasurementRecorded(PLAN, KPI, JANUARY, source, reading, MeasurementStatus.PROVISIONAL, false);
    }

    static MeasurementRevised revised(Reading reading, MeasurementStatus status) {
        return new MeasurementRevised(PLAN, KPI, JANUARY, NEWS, reading, status, REASON);
    }

    static MeasurementWithdrawn withdrawn(String source) {
        return new MeasurementWithdrawn(PLAN, KPI, JANUARY, source, REASON);
    }

    static Stream<DynamicTest> shell() {
        Told.To told = new Told.To(KpiAggregate.class, plan(PlanState.PUBLISHED));
        return Stream.of(
                told.given().when(new DefineKpi(PLAN, KPI, details())).records(0, defined()),
                told.given(defined())
                        .when(new RecordMeasurement(
                                PLAN, KPI, JANUARY, NEWS, FEWER_THAN_50, MeasurementStatus.PROVISIONAL, false))
                        .records(1, measured(NEWS, FEWER_THAN_50)),
                told.given(defined())
                        .when(new RecordMeasurement(
                                PLAN,
                                KPI,
                                Period.parse("2025-03"),
                                NEWS,
                                FEWER_THAN_50,
                                MeasurementStatus.PROVISIONAL,
                                false))
                        .isRefused("effective-on.in-future"),
                told.given(defined())
                        .when(new SetTarget(PLAN, KPI, Reading.exactly("0"), DUE))
                        .records(1, aimed()),
                told.given(defined(), measured(NEWS, FEWER_THAN_50))
                        .when(new ReviseMeasurement(PLAN, KPI, JANUARY, NEWS, FORTY, MeasurementStatus.FINAL, REASON))
                        .records(2, revised(FORTY, MeasurementStatus.FINAL)),
                told.given(defined(), measured(NEWS, FEWER_THAN_50))
                        .when(new WithdrawMeasurement(PLAN, KPI, JANUARY, null, REASON))
                        .records(2, withdrawn(NEWS)),
                told.given(defined(), aimed())
                        .when(new DefineKpi(PLAN, KPI, titled("Other")))
                        .isStale());
    }
}

package org.paptracker.command.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Refused.because;
import static org.paptracker.command.kpi.Examples.*;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.kpi.KpiCommand.DefineKpi;
import org.paptracker.command.kpi.KpiCommand.RecordMeasurement;
import org.paptracker.command.kpi.KpiCommand.ReviseMeasurement;
import org.paptracker.command.kpi.KpiCommand.SetTarget;
import org.paptracker.command.kpi.KpiCommand.WithdrawMeasurement;
import org.paptracker.command.platform.axon.CommandContextResolver;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.StreamChanged;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.fold.Fold;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.PlanState;

class KpiAggregateTest {
    private FixtureConfiguration<KpiAggregate> fixture;

    @BeforeEach
    void inThePlan() {
        fixture = new AggregateTestFixture<>(KpiAggregate.class);
        fixture.registerInjectableResource(Clock.fixed(Instant.parse("2025-02-28T12:00:00Z"), ZoneOffset.UTC));
        fixture.registerParameterResolverFactory(new CommandContextResolver(
                plan -> plan.equals(PLAN) ? plan(PlanState.PUBLISHED) : PlanTerms.FOLD.initial()));
    }

    @Test
    void is_defined_under_the_terms_of_its_plan() {
        fixture.givenNoPriorActivity()
                .when(new DefineKpi(PLAN, KPI, details()))
                .expectEvents(defined())
                .expectResultMessagePayload(0L);
    }

    @Test
    void records_figures_on_the_day_it_is() {
        fixture.given(defined())
                .when(new RecordMeasurement(
                        PLAN, KPI, JANUARY, NEWS, FEWER_THAN_50, MeasurementStatus.PROVISIONAL, false))
                .expectEvents(measured(NEWS, FEWER_THAN_50))
                .expectResultMessagePayload(1L);
        fixture.given(defined())
                .when(new RecordMeasurement(
                        PLAN, KPI, Period.parse("2025-03"), NEWS, FEWER_THAN_50, MeasurementStatus.PROVISIONAL, false))
                .expectException(because("effective-on.in-future"));
    }

    @Test
    void does_whatever_else_its_decider_decides() {
        fixture.given(defined())
                .when(new SetTarget(PLAN, KPI, Reading.exactly("0"), DUE))
                .expectEvents(aimed());
        fixture.given(defined(), measured(NEWS, FEWER_THAN_50))
                .when(new ReviseMeasurement(PLAN, KPI, JANUARY, NEWS, FORTY, MeasurementStatus.FINAL, REASON))
                .expectEvents(revised(FORTY, MeasurementStatus.FINAL));
        fixture.given(defined(), measured(NEWS, FEWER_THAN_50))
                .when(new WithdrawMeasurement(PLAN, KPI, JANUARY, null, REASON))
                .expectEvents(withdrawn(NEWS));
    }

    @Test
    void is_not_changed_by_who_saw_an_older_version() {
        fixture.given(defined(), aimed())
                .when(new DefineKpi(PLAN, KPI, titled("Other")), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }

    @Test
    void handles_each_command_once() {
        Class<?>[] handled = Arrays.stream(KpiAggregate.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Decides.class))
                .map(method -> method.getParameterTypes()[0])
                .toArray(Class<?>[]::new);
        assertThat(Fold.recordsOf(KpiCommand.class)).containsExactlyInAnyOrder(handled);
    }
}

package org.paptracker.command.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.kpi.Examples.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.kpi.KpiCommand.DefineKpi;
import org.paptracker.command.kpi.KpiCommand.RecordMeasurement;
import org.paptracker.command.kpi.KpiCommand.ReviseMeasurement;
import org.paptracker.command.kpi.KpiCommand.SetTarget;
import org.paptracker.command.kpi.KpiCommand.WithdrawMeasurement;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.PlanState;

class KpiDeciderTest {
    private static DefineKpi put(KpiDetails details) {
        return new DefineKpi(PLAN, KPI, details);
    }

    private static RecordMeasurement measure(String source, Reading reading) {
        return measure(JANUARY, source, reading, MeasurementStatus.PROVISIONAL);
    }

    private static RecordMeasurement measure(Period period, String source, Reading reading, MeasurementStatus status) {
        return new RecordMeasurement(PLAN, KPI, period, source, reading, status, false);
    }

    private static ReviseMeasurement revise(Reading reading, MeasurementStatus status) {
        return new ReviseMeasurement(PLAN, KPI, JANUARY, NEWS, reading, status, REASON);
    }

    private static WithdrawMeasurement withdraw(String source) {
        return new WithdrawMeasurement(PLAN, KPI, JANUARY, source, REASON);
    }

    /** Whatever else holds, these do for every command on a KPI that has to exist. */
    private abstract static class On_a_KPI {
        abstract KpiCommand command();

        abstract KpiEvent[] before();

        @Test
        void is_refused_in_an_unknown_plan() {
            in(PlanTerms.FOLD.initial(), before()).when(command()).thenRefused("plan.unknown", "oxfordshire-pap");
        }

        @Test
        void is_refused_on_an_unknown_KPI() {
            given().when(command()).thenRefused("kpi.unknown", "annual-review-backlog", "oxfordshire-pap");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.CLOSED), before()).when(command()).thenRefused("plan.ended", "closed");
        }
    }

    @Nested
    class Defining {
        @Test
        void records_the_KPI() {
            given().when(put(details())).then(defined());
        }

        @Test
        void the_same_again_records_nothing() {
            given(defined()).when(put(details())).thenNothingMore();
            in(plan(PlanState.CLOSED), defined()).when(put(details())).thenNothingMore();
        }

        @Test
        void other_content_amends_it() {
            given(defined()).when(put(titled("Other"))).then(new KpiAmended(PLAN, KPI, titled("Other")));
            given(defined(), new KpiAmended(PLAN, KPI, titled("Other")))
                    .when(put(titled("Other")))
                    .thenNothingMore();
        }

        @Test
        void is_refused_for_an_area_or_theme_that_the_plan_does_not_have() {
            given().when(put(naming("x", List.of("PA9"), List.of()))).thenRefused("kpi.unknown-area", "PA9", "PA3");
            given().when(put(naming("x", List.of(), List.of("T9")))).thenRefused("kpi.unknown-theme", "T9", "T1");
            in(new PlanTerms(PlanState.DRAFT, Set.of(), Set.of(), Set.of(), Set.of(), Set.of()))
                    .when(put(naming("x", List.of("PA9"), List.of())))
                    .thenRefused("kpi.unknown-area", "none yet");
        }

        @Test
        void is_refused_in_an_unknown_or_ended_plan() {
            in(PlanTerms.FOLD.initial()).when(put(details())).thenRefused("plan.unknown");
            in(plan(PlanState.SUPERSEDED)).when(put(details())).thenRefused("plan.ended");
        }
    }

    @Nested
    class Aiming extends On_a_KPI {
        @Override
        KpiCommand command() {
            return new SetTarget(PLAN, KPI, Reading.exactly("0"), DUE);
        }

        @Override
        KpiEvent[] before() {
            return new KpiEvent[] {defined()};
        }

        @Test
        void records_the_target() {
            given(defined()).when(command()).then(aimed());
        }

        @Test
        void the_same_again_records_nothing() {
            given(defined(), aimed()).when(command()).thenNothingMore();
        }

        @Test
        void a_date_may_have_another_target_and_a_target_another_date() {
            Reading ten = Reading.exactly("10");
            given(defined(), aimed())
                    .when(new SetTarget(PLAN, KPI, ten, DUE))
                    .then(new KpiTargetSet(PLAN, KPI, ten, DUE));
            BusinessDate later = BusinessDate.parse("2026");
            given(defined(), aimed())
                    .when(new SetTarget(PLAN, KPI, Reading.exactly("0"), later))
                    .then(new KpiTargetSet(PLAN, KPI, Reading.exactly("0"), later));
        }
    }

    @Nested
    class Measuring extends On_a_KPI {
        @Override
        KpiCommand command() {
            return measure(NEWS, FEWER_THAN_50);
        }

        @Override
        KpiEvent[] before() {
            return new KpiEvent[] {defined()};
        }

        @Test
        void records_the_figure_with_its_source() {
            given(defined()).when(command()).then(measured(NEWS, FEWER_THAN_50));
        }

        @Test
        void the_same_again_records_nothing() {
            given(defined(), measured(NEWS, FEWER_THAN_50)).when(command()).thenNothingMore();
            given(defined(), measured(NEWS, Reading.exactly("44")))
                    .when(measure(NEWS, Reading.exactly("44.0")))
                    .thenNothingMore();
        }

        @Test
        void another_figure_of_the_same_source_and_period_has_to_be_a_revision() {
            given(defined(), measured(NEWS, FEWER_THAN_50))
                    .when(measure(NEWS, FORTY))
                    .thenRefused("kpi.revise-instead", NEWS, "annual-review-backlog", "2025-01");
            given(defined(), measured(NEWS, FEWER_THAN_50))
                    .when(measure(JANUARY, NEWS, FEWER_THAN_50, MeasurementStatus.FINAL))
                    .thenRefused("kpi.revise-instead");
            given(defined(), measured(NEWS, FEWER_THAN_50))
                    .when(new RecordMeasurement(
                            PLAN, KPI, JANUARY, NEWS, FEWER_THAN_50, MeasurementStatus.PROVISIONAL, true))
                    .thenRefused("kpi.revise-instead");
        }

        @Test
        void no_figure_is_final_before_its_period_is_over() {
            for (String period : List.of("2025", "2025-Q1", "2025-02", "2024-25AY", "2024-25FY")) { // it is 28 February
                given(defined())
                        .when(measure(Period.parse(period), NEWS, FORTY, MeasurementStatus.FINAL))
                        .thenRefused("kpi.period-not-over", period, "28 February 2025", "PROVISIONAL");
            }
            given(defined())
                    .when(measure(Period.parse("2025"), NEWS, FORTY, MeasurementStatus.FINAL))
                    .thenRefused("kpi.period-not-over", "31 December 2025");
            for (String period : List.of("2024", "2024-Q4", "2025-01", "2023-24AY", "2023-24FY", "2025-02-28")) {
                RecordMeasurement command = measure(Period.parse(period), NEWS, FORTY, MeasurementStatus.FINAL);
                given(defined())
                        .when(command)
                        .then(new MeasurementRecorded(
                                PLAN, KPI, command.period(), NEWS, FORTY, MeasurementStatus.FINAL, false));
            }
        }

        @Test
        void a_final_figure_of_an_older_log_for_a_period_that_was_not_over_is_provisional() {
            Period year = Period.parse("2025");
            var tooSoon = new MeasurementRecorded(PLAN, KPI, year, NEWS, FORTY, MeasurementStatus.FINAL, false);
            assertThat(given(defined(), tooSoon).state().measurement(year, NEWS).status())
                    .isEqualTo(MeasurementStatus.PROVISIONAL);
            given(defined(), tooSoon)
                    .when(new ReviseMeasurement(PLAN, KPI, year, NEWS, FEWER_THAN_50, null, REASON))
                    .then(new MeasurementRevised(
                            PLAN, KPI, year, NEWS, FEWER_THAN_50, MeasurementStatus.PROVISIONAL, REASON));
        }

        @Test
        void another_source_stands_beside_it_whatever_it_says() {
            given(defined(), measured(NEWS, FEWER_THAN_50))
                    .when(measure(BLOG, FORTY))
                    .then(measured(BLOG, FORTY));
        }

        @Test
        void what_was_withdrawn_may_be_recorded_anew() {
            given(defined(), measured(NEWS, FEWER_THAN_50), withdrawn(NEWS))
                    .when(command())
                    .then(measured(NEWS, FEWER_THAN_50));
            given(defined(), measured(NEWS, FEWER_THAN_50), withdrawn(NEWS))
                    .when(measure(NEWS, FORTY))
                    .then(measured(NEWS, FORTY));
        }

        @Test
        void a_period_that_has_begun_may_have_a_figure_and_one_to_come_none() {
            Period year = Period.parse("2024-25AY");
            given(defined())
                    .when(measure(year, NEWS, FORTY, MeasurementStatus.PROVISIONAL))
                    .then(new MeasurementRecorded(PLAN, KPI, year, NEWS, FORTY, MeasurementStatus.PROVISIONAL, false));
            given(defined())
                    .when(measure(Period.parse("2025-03"), NEWS, FORTY, MeasurementStatus.PROVISIONAL))
                    .thenRefused("effective-on.in-future", "1 March 2025");
        }
    }

    @Nested
    class Revising extends On_a_KPI {
        @Override
        KpiCommand command() {
            return revise(FORTY, MeasurementStatus.FINAL);
        }

        @Override
        KpiEvent[] before() {
            return new KpiEvent[] {defined(), measured(NEWS, FEWER_THAN_50)};
        }

        @Test
        void records_what_the_source_says_now_and_why() {
            given(before()).when(command()).then(revised(FORTY, MeasurementStatus.FINAL));
        }

        @Test
        void keeps_the_status_if_none_is_given() {
            given(before()).when(revise(FORTY, null)).then(revised(FORTY, MeasurementStatus.PROVISIONAL));
        }

        @Test
        void may_change_the_status_alone() {
            given(before())
                    .when(revise(FEWER_THAN_50, MeasurementStatus.FINAL))
                    .then(revised(FEWER_THAN_50, MeasurementStatus.FINAL));
        }

        @Test
        void to_final_is_refused_before_the_period_is_over() {
            Period year = Period.parse("2025");
            var provisional =
                    new MeasurementRecorded(PLAN, KPI, year, NEWS, FORTY, MeasurementStatus.PROVISIONAL, false);
            given(defined(), provisional)
                    .when(new ReviseMeasurement(PLAN, KPI, year, NEWS, FORTY, MeasurementStatus.FINAL, REASON))
                    .thenRefused("kpi.period-not-over", "2025", "31 December 2025");
        }

        @Test
        void to_what_it_says_already_records_nothing() {
            given(before()).when(revise(FEWER_THAN_50, null)).thenNothingMore();
            given(defined(), measured(NEWS, FEWER_THAN_50), revised(FORTY, MeasurementStatus.FINAL))
                    .when(command())
                    .thenNothingMore();
        }

        @Test
        void is_refused_where_there_is_no_figure_of_that_source() {
            given(defined()).when(command()).thenRefused("kpi.measurement-unknown", NEWS, "2025-01");
            given(defined(), measured(BLOG, FORTY)).when(command()).thenRefused("kpi.measurement-unknown");
            given(defined(), measured(NEWS, FEWER_THAN_50), withdrawn(NEWS))
                    .when(command())
                    .thenRefused("kpi.measurement-unknown");
        }
    }

    @Nested
    class Withdrawing extends On_a_KPI {
        @Override
        KpiCommand command() {
            return withdraw(NEWS);
        }

        @Override
        KpiEvent[] before() {
            return new KpiEvent[] {defined(), measured(NEWS, FEWER_THAN_50)};
        }

        @Test
        void records_whose_figure_is_withdrawn_and_why() {
            given(before()).when(command()).then(withdrawn(NEWS));
        }

        @Test
        void needs_no_source_if_there_is_only_one() {
            given(before()).when(withdraw(null)).then(withdrawn(NEWS));
            given(defined(), measured(BLOG, FORTY), withdrawn(BLOG), measured(NEWS, FORTY))
                    .when(withdraw(null))
                    .then(withdrawn(NEWS));
        }

        @Test
        void needs_a_source_if_there_are_two() {
            given(defined(), measured(NEWS, FEWER_THAN_50), measured(BLOG, FORTY))
                    .when(withdraw(null))
                    .thenRefused("kpi.source-needed", NEWS, BLOG);
        }

        @Test
        void again_records_nothing() {
            given(defined(), measured(NEWS, FEWER_THAN_50), withdrawn(NEWS))
                    .when(command())
                    .thenNothingMore();
        }

        @Test
        void is_refused_where_there_is_no_figure() {
            given(defined()).when(withdraw(null)).thenRefused("kpi.measurement-unknown", "2025-01");
            given(defined(), measured(BLOG, FORTY)).when(command()).thenRefused("kpi.measurement-unknown", NEWS);
        }
    }

    @Test
    void a_revision_keeps_that_it_is_illustrative_and_withdrawing_keeps_the_figure() {
        Kpi kpi = given(
                        defined(),
                        new MeasurementRecorded(
                                PLAN, KPI, JANUARY, NEWS, FEWER_THAN_50, MeasurementStatus.PROVISIONAL, true),
                        revised(FORTY, MeasurementStatus.FINAL),
                        withdrawn(NEWS),
                        withdrawn(BLOG))
                .state();
        assertThat(kpi.measurement(JANUARY, NEWS))
                .isEqualTo(new Kpi.Measurement(FORTY, MeasurementStatus.FINAL, true, true));
        assertThat(kpi.measurement(JANUARY, BLOG)).isNull();
        assertThat(kpi.sources(JANUARY)).isEmpty();
        Kpi unheardOf =
                given(defined(), revised(FORTY, MeasurementStatus.FINAL)).state();
        assertThat(unheardOf.measurement(JANUARY, NEWS))
                .isEqualTo(new Kpi.Measurement(FORTY, MeasurementStatus.FINAL, false, false));
    }
}

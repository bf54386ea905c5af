package org.paptracker.query.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.aimed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.defined;
import static org.paptracker.query.History.measured;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.query.Story;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;

class KpiViewTest {
    private static final LocalDate DAY = LocalDate.of(2025, 2, 28);
    private static final KpiCode KPI = new KpiCode("K-1");
    private static final Reading MORE_THAN_200 = Reading.of(Reading.Comparator.GT, "200");
    private static final Reading LESS_THAN_50 = Reading.of(Reading.Comparator.LT, "50");
    private static final ErasableText REASON = ErasableText.of("Counted again");

    private final Story story = new Story();

    private KpiView view() {
        return story.kpi("K-1");
    }

    private Trend trend() {
        return Trend.of(view(), DAY);
    }

    private static MeasurementRevised revised(String period, Reading reading) {
        return new MeasurementRevised(
                PLAN, KPI, Period.parse(period), "News", reading, MeasurementStatus.FINAL, REASON);
    }

    private static MeasurementWithdrawn withdrawn(String period, String source) {
        return new MeasurementWithdrawn(PLAN, KPI, Period.parse(period), source, REASON);
    }

    @Nested
    class The_series {
        @Test
        void is_in_order_of_period_then_source_whatever_came_in_first() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, null))
                    .by(
                            LEAD,
                            measured("K-1", "2025-01", "News", LESS_THAN_50),
                            measured("K-1", "2024-09", "News", MORE_THAN_200),
                            measured("K-1", "2025-01", "Blog", LESS_THAN_50));
            assertThat(view().measurements())
                    .extracting(each -> each.period() + " " + each.source())
                    .containsExactly("2024-09 News", "2025-01 Blog", "2025-01 News");
            assertThat(view().measurements()).allMatch(each -> each.by().equals(BY_LEAD));
        }

        @Test
        void keeps_what_a_source_said_before_and_why_it_no_longer_does() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, null))
                    .by(LEAD, measured("K-1", "2025-01", "News", LESS_THAN_50))
                    .by(OFFICE, revised("2025-01", Reading.exactly("40")));
            MeasurementView now = view().measurements().get(0);
            assertThat(now.reading()).isEqualTo(Reading.exactly("40"));
            assertThat(now.status()).isEqualTo(MeasurementStatus.FINAL);
            assertThat(now.by()).isEqualTo(BY_OFFICE);
            assertThat(now.revisions()).singleElement().satisfies(before -> {
                assertThat(before.reading()).isEqualTo(LESS_THAN_50);
                assertThat(before.status()).isEqualTo(MeasurementStatus.PROVISIONAL);
                assertThat(before.reason()).isEqualTo("Counted again");
                assertThat(before.by()).isEqualTo(BY_OFFICE);
            });
        }

        @Test
        void keeps_what_was_withdrawn_but_counts_it_no_longer() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, null))
                    .by(LEAD, measured("K-1", "2025-01", "News", LESS_THAN_50))
                    .by(OFFICE, withdrawn("2025-01", "News"));
            assertThat(view().measurements().get(0).withdrawal().reason()).isEqualTo("Counted again");
            assertThat(trend().latest()).isNull();

            story.by(LEAD, measured("K-1", "2025-01", "News", Reading.exactly("40")));
            assertThat(view().measurements()).singleElement().satisfies(anew -> {
                assertThat(anew.withdrawal()).isNull();
                assertThat(anew.reading()).isEqualTo(Reading.exactly("40"));
                assertThat(anew.revisions())
                        .singleElement()
                        .satisfies(before -> assertThat(before.reason()).isEqualTo("Counted again"));
            });
        }

        @Test
        void survives_an_amendment_and_targets_replace_each_other_by_date() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, null))
                    .by(LEAD, measured("K-1", "2025-01", "News", LESS_THAN_50))
                    .by(
                            OFFICE,
                            aimed("K-1", "10", "2025-12"),
                            aimed("K-1", "20", "2025-07"),
                            aimed("K-1", "5", "2025-12"))
                    .by(
                            OFFICE,
                            new KpiAmended(
                                    PLAN,
                                    KPI,
                                    defined("K-1", Polarity.NEUTRAL, null).details()));
            assertThat(view().content().polarity()).isEqualTo(Polarity.NEUTRAL);
            assertThat(view().measurements()).hasSize(1);
            assertThat(view().targets())
                    .containsExactly(
                            new KpiView.Target(date("2025-07"), Reading.exactly("20")),
                            new KpiView.Target(date("2025-12"), Reading.exactly("5")));
        }
    }

    @Nested
    class The_trend {
        @Test
        void from_over_200_to_less_than_50_is_an_improvement_of_at_least_150() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, MORE_THAN_200))
                    .by(LEAD, measured("K-1", "2025-01", "News", LESS_THAN_50));
            assertThat(trend().sinceBaseline())
                    .isEqualTo(new Change(Change.Bound.AT_LEAST, Direction.DOWN, new BigDecimal("150")));
            assertThat(trend().change()).isNull();
            assertThat(trend().directionOfTravel()).isEqualTo(Travel.IMPROVING);
            assertThat(trend().ageDays()).isEqualTo(28);
        }

        @Test
        void goes_by_the_figure_before_and_not_by_the_baseline() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, MORE_THAN_200))
                    .by(
                            LEAD,
                            measured("K-1", "2024-11", "News", Reading.exactly("67")),
                            measured("K-1", "2024-12", "News", Reading.exactly("71")));
            assertThat(trend().change().inWords()).isEqualTo("up by exactly 4");
            assertThat(trend().sinceBaseline().inWords()).isEqualTo("down by at least 129");
            assertThat(trend().directionOfTravel()).isEqualTo(Travel.WORSENING);
        }

        @Test
        void of_a_direction_alone_needs_no_figure_before_it() {
            story.by(OFFICE, defined("K-1", Polarity.HIGHER_IS_BETTER, Reading.exactly("60")))
                    .by(LEAD, measured("K-1", "2025-02-13", "Blog", Reading.going(Direction.DOWN)));
            assertThat(trend().change().inWords()).isEqualTo("down");
            assertThat(trend().sinceBaseline()).isNull();
            assertThat(trend().directionOfTravel()).isEqualTo(Travel.WORSENING);
        }

        @Test
        void is_unknown_where_nothing_is_certain() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, null));
            assertThat(trend())
                    .isEqualTo(new Trend(null, null, null, Travel.UNKNOWN, null, List.of(), null, List.of()));
            story.by(LEAD, measured("K-1", "2025-01", "News", LESS_THAN_50));
            assertThat(trend().directionOfTravel()).isEqualTo(Travel.UNKNOWN);
            story.by(LEAD, measured("K-1", "2025-02", "News", Reading.exactly("45")));
            assertThat(trend().directionOfTravel())
                    .as("less than 50 may have been 44")
                    .isEqualTo(Travel.UNKNOWN);
        }

        @Test
        void does_not_choose_between_sources_that_disagree() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, MORE_THAN_200))
                    .by(
                            LEAD,
                            measured("K-1", "2024-12", "News", Reading.exactly("60")),
                            measured("K-1", "2025-01", "News", LESS_THAN_50),
                            measured("K-1", "2025-01", "Blog", Reading.exactly("70")));
            assertThat(trend().conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.period()).isEqualTo(Period.parse("2025-01"));
                assertThat(conflict.sides())
                        .containsExactly(
                                new Trend.Side("Blog", Reading.exactly("70")), new Trend.Side("News", LESS_THAN_50));
            });
            assertThat(trend().latest().period()).isEqualTo(Period.parse("2025-01"));
            assertThat(trend().latest().reading()).isNull();
            assertThat(trend().change()).isNull();
            assertThat(trend().directionOfTravel()).isEqualTo(Travel.UNKNOWN);

            story.by(OFFICE, withdrawn("2025-01", "Blog"));
            assertThat(trend().conflicts()).isEmpty();
            assertThat(trend().latest().reading()).isEqualTo(LESS_THAN_50);
        }

        @Test
        void sources_that_agree_are_one_figure_final_once_both_are() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, null))
                    .by(
                            LEAD,
                            measured("K-1", "2025-01", "News", Reading.exactly("60")),
                            measured("K-1", "2025-01", "Blog", Reading.exactly("60")),
                            revised("2025-01", Reading.exactly("60")));
            assertThat(trend().conflicts()).isEmpty();
            assertThat(trend().latest())
                    .isEqualTo(new Trend.Latest(
                            Period.parse("2025-01"),
                            Reading.exactly("60"),
                            MeasurementStatus.PROVISIONAL,
                            null,
                            false));
        }
    }

    @Nested
    class The_latest_figure {
        @Test
        void is_provisional_while_its_source_says_so_and_final_from_then_on() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, null))
                    .by(LEAD, measured("K-1", "2025-01", "News", Reading.exactly("60")));
            assertThat(trend().latest().status()).isEqualTo(MeasurementStatus.PROVISIONAL);

            story.by(LEAD, revised("2025-01", Reading.exactly("60")));
            assertThat(trend().latest().status()).isEqualTo(MeasurementStatus.FINAL);
        }

        @Test
        void of_the_baselines_own_period_is_no_change_since_then() {
            story.by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, MORE_THAN_200))
                    .by(LEAD, measured("K-1", "2023-09", "News", Reading.exactly("250")));
            assertThat(trend().sinceBaseline()).isNull();
        }
    }

    @Nested
    class The_way_to_the_target {
        private Trend.Trajectory towards(Polarity polarity, Reading now, KpiTargetSet... targets) {
            story.by(OFFICE, defined("K-1", polarity, null)).by(LEAD, measured("K-1", "2024-12", "News", now));
            story.by(OFFICE, targets);
            return trend().trajectory();
        }

        @Test
        void is_what_each_period_until_the_next_one_needs() {
            Trend.Trajectory way = towards(
                    Polarity.HIGHER_IS_BETTER,
                    Reading.exactly("44"),
                    aimed("K-1", "60", "2025-06"),
                    aimed("K-1", "90", "2026"));
            assertThat(way.dueOn()).isEqualTo(date("2025-06"));
            assertThat(way.reached()).isFalse();
            assertThat(way.needed()).isEqualByComparingTo("16");
            assertThat(way.periods()).isEqualTo(6);
            assertThat(way.perPeriod()).isEqualByComparingTo("2.67");
        }

        @Test
        void falls_where_lower_is_better() {
            Trend.Trajectory way =
                    towards(Polarity.LOWER_IS_BETTER, Reading.exactly("71"), aimed("K-1", "11", "2025-06"));
            assertThat(way.needed()).isEqualByComparingTo("-60");
            assertThat(way.perPeriod()).hasToString("-10");
        }

        @Test
        void is_reached_when_as_good_as_the_target() {
            assertThat(towards(Polarity.HIGHER_IS_BETTER, Reading.exactly("60"), aimed("K-1", "60", "2025-06")))
                    .isEqualTo(new Trend.Trajectory(date("2025-06"), Reading.exactly("60"), true, null, null, null));
            assertThat(towards(Polarity.LOWER_IS_BETTER, Reading.exactly("50"), aimed("K-1", "60", "2025-06"))
                            .reached())
                    .isTrue();
            assertThat(towards(Polarity.LOWER_IS_BETTER, Reading.exactly("60"), aimed("K-1", "60", "2025-06"))
                            .reached())
                    .isTrue();
            assertThat(towards(Polarity.NEUTRAL, Reading.exactly("50"), aimed("K-1", "60", "2025-06"))
                            .reached())
                    .isFalse();
        }

        @Test
        void is_not_said_where_a_figure_is_not_exact_or_no_target_is_to_come() {
            Trend.Trajectory way = towards(Polarity.LOWER_IS_BETTER, LESS_THAN_50, aimed("K-1", "10", "2025-06"));
            assertThat(way.reached()).isNull();
            assertThat(way.needed()).isNull();
            assertThat(way.target()).isEqualTo(Reading.exactly("10"));
            Story past = new Story()
                    .by(OFFICE, defined("K-1", Polarity.LOWER_IS_BETTER, null), aimed("K-1", "10", "2025-01"));
            assertThat(Trend.of(past.kpi("K-1"), DAY).trajectory()).isNull();
        }

        @Test
        void has_no_share_where_no_period_is_left() {
            story.by(OFFICE, defined("K-1", Polarity.HIGHER_IS_BETTER, null), aimed("K-1", "60", "2025-02-28"))
                    .by(LEAD, measured("K-1", "2025-02", "News", Reading.exactly("44")));
            assertThat(trend().trajectory().periods()).isZero();
            assertThat(trend().trajectory().perPeriod()).isNull();
            assertThat(trend().trajectory().needed()).isEqualByComparingTo("16");
        }
    }
}

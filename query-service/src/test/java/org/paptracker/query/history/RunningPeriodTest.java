package org.paptracker.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.RISK;
import static org.paptracker.query.History.STOCKTAKE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.claimed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.forecast;
import static org.paptracker.query.History.identified;
import static org.paptracker.query.History.measured;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.progress;
import static org.paptracker.query.History.scored;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.query.Everything;
import org.paptracker.query.Story;
import org.paptracker.query.action.ActionItem;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.MilestoneItem;
import org.paptracker.query.proof.Proofs;
import org.paptracker.query.stocktake.StocktakeView.CutOff;
import org.paptracker.values.action.Rating;
import org.paptracker.values.kpi.Reading;

/** What is said of a time that is not over on the day it is recorded counts from that day. */
class RunningPeriodTest {
    private final Story story = new Story();

    @BeforeEach
    void agree() {
        story.by(OFFICE, agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2026-04"));
    }

    private Rating rating() {
        return story.milestone().rating();
    }

    private Rating ratingAt(String day) {
        LocalDate on = LocalDate.parse(day);
        return story.action(Everything.asAt(null, on, on))
                .flatMap(action -> action.milestone(MILESTONE))
                .map(milestone -> milestone.rating())
                .orElseThrow();
    }

    private void report(String instant, String on, Rating rating) {
        story.from(instant).by(LEAD, progress(on, rating, null));
    }

    @Nested
    class A_report {
        @Test
        void of_a_running_month_or_year_does_not_hide_what_is_said_later() {
            report("2026-11-10T09:00:00Z", "2026-11", Rating.AT_RISK);
            report("2026-11-29T09:00:00Z", "2026-11-29", Rating.ON_TRACK);
            report("2026-11-29T10:00:00Z", "2026", Rating.OFF_TRACK);
            report("2026-11-29T11:00:00Z", "2026-11-29", Rating.ON_TRACK);
            assertThat(rating()).isEqualTo(Rating.ON_TRACK);
            assertThat(ratingAt("2026-11-30")).isEqualTo(Rating.ON_TRACK);
            assertThat(ratingAt("2026-11-10")).as("it was said on that day").isEqualTo(Rating.AT_RISK);
            assertThat(ratingAt("2026-11-09")).isEqualTo(Rating.NO_DATA);
        }

        @Test
        void of_a_running_quarter_does_not_either() {
            report("2026-10-05T09:00:00Z", "2026-Q4", Rating.OFF_TRACK);
            report("2026-10-06T09:00:00Z", "2026-10-06", Rating.ON_TRACK);
            assertThat(rating()).isEqualTo(Rating.ON_TRACK);
        }

        @Test
        void of_a_month_that_is_over_counts_from_its_end() {
            report("2026-11-10T09:00:00Z", "2026-10", Rating.AT_RISK);
            report("2026-11-11T09:00:00Z", "2026-10-30", Rating.ON_TRACK);
            assertThat(rating()).isEqualTo(Rating.AT_RISK);
            assertThat(ratingAt("2026-10-30")).isEqualTo(Rating.ON_TRACK);
            assertThat(ratingAt("2026-10-31")).isEqualTo(Rating.AT_RISK);
        }

        @Test
        void of_two_that_count_from_the_same_day_the_one_recorded_later_stands() {
            report("2026-11-30T09:00:00Z", "2026-11", Rating.AT_RISK);
            report("2026-11-30T10:00:00Z", "2026-11-30", Rating.ON_TRACK);
            assertThat(rating()).isEqualTo(Rating.ON_TRACK);
            report("2026-12-02T10:00:00Z", "2026-11", Rating.OFF_TRACK);
            assertThat(rating()).as("by then it is over, and ends on that day").isEqualTo(Rating.OFF_TRACK);
        }

        @Test
        void is_recorded_on_a_day_of_London_and_not_of_Greenwich() {
            report("2026-06-30T23:10:00Z", "2026-06", Rating.AT_RISK); // 1 July there, so June is over
            report("2026-07-02T09:00:00Z", "2026-06-29", Rating.ON_TRACK);
            assertThat(rating()).isEqualTo(Rating.AT_RISK);
            assertThat(ratingAt("2026-06-29")).isEqualTo(Rating.ON_TRACK);
            assertThat(ratingAt("2026-06-30")).isEqualTo(Rating.AT_RISK);
        }

        @Test
        void is_an_update_of_the_day_it_was_recorded() {
            report("2026-03-03T09:00:00Z", "2026", Rating.AT_RISK);
            LocalDate day = LocalDate.of(2026, 3, 13);
            ActionView action = story.action();
            assertThat(ActionItem.of(action, day, Proofs.NONE).daysSinceUpdate())
                    .isEqualTo(10);
            assertThat(MilestoneItem.of(action, story.milestone(), day, Proofs.NONE)
                            .daysSinceUpdate())
                    .isEqualTo(10);
        }
    }

    @Test
    void a_forecast_made_in_the_name_of_a_year_does_not_hide_the_next_one() {
        story.from("2026-03-03T09:00:00Z").by(LEAD, forecast("2026", "2026-09"));
        story.from("2026-03-04T09:00:00Z").by(LEAD, forecast("2026-03-04", "2026-06"));
        assertThat(story.milestone().due().forecastDueOn()).isEqualTo(date("2026-06"));
    }

    @Test
    void what_is_claimed_complete_in_a_running_year_is_late_by_the_day_it_was_claimed() {
        story.from("2026-05-03T09:00:00Z").by(LEAD, claimed("2026"));
        MilestoneItem item =
                MilestoneItem.of(story.action(), story.milestone(), LocalDate.of(2026, 12, 31), Proofs.NONE);
        assertThat(item.slippedDays()).isEqualTo(3);
        assertThat(story.milestone().completion().completedOn()).hasToString("2026");
    }

    @Test
    void a_score_of_a_risk_in_a_running_year_does_not_hide_the_next_one() {
        story.by(OFFICE, identified(RISK, "2025-01-10", "PA3"));
        story.from("2026-03-03T09:00:00Z").by(LEAD, scored(RISK, "2026", 5, 5));
        story.from("2026-03-04T09:00:00Z").by(LEAD, scored(RISK, "2026-03-04", 2, 2));
        assertThat(story.risk().work().score()).isEqualTo(4);
    }

    @Test
    void a_figure_counts_from_the_day_it_was_recorded_while_its_period_is_running() {
        LocalDate saidOn = LocalDate.of(2026, 11, 3);
        for (String running : new String[] {"2026", "2026-11", "2026-Q4", "2026-27AY", "2026-27FY"}) {
            assertThat(measured("K-1", running, "Returns", Reading.exactly("45"))
                            .countsFrom(saidOn))
                    .as(running)
                    .isEqualTo(saidOn);
        }
        assertThat(measured("K-1", "2025-26AY", "Returns", Reading.exactly("45"))
                        .countsFrom(saidOn))
                .isEqualTo("2026-08-31");
    }

    @Test
    void a_cut_off_in_a_running_month_is_the_day_it_was_set() {
        story.from("2026-11-15T09:00:00Z").by(OFFICE, new StocktakeFrozen(PLAN, STOCKTAKE, date("2026-11"), null));
        CutOff cutOff = story.stocktake().cutOff();
        assertThat(cutOff.moment().day()).isEqualTo("2026-11-15");
        assertThat(cutOff.day()).hasToString("2026-11");
    }
}

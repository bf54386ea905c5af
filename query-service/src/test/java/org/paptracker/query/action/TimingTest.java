package org.paptracker.query.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.approved;
import static org.paptracker.query.History.claimed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.forecast;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.rejected;
import static org.paptracker.query.History.reopened;
import static org.paptracker.query.History.verified;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.query.Story;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.MilestoneDetails;

/** Slip, in days, against a baseline at the end of January 2025. */
class TimingTest {
    private static final LocalDate IN_JANUARY = LocalDate.of(2025, 1, 11);

    private final Story story = new Story().by(OFFICE, agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2025-01"));

    private Timing seenOn(LocalDate day) {
        return Timing.of(story.action(), story.milestone(), day);
    }

    @Test
    void is_none_against_the_dates_there_are_while_nothing_has_moved() {
        assertThat(seenOn(IN_JANUARY).slip()).isEqualTo(new Slip(0L, 0L, null));
    }

    @Test
    void a_forecast_slips_against_the_baseline_and_the_approved_date_but_not_against_itself() {
        story.by(LEAD, forecast("2025-01-10", "2025-02-10"));

        assertThat(seenOn(IN_JANUARY).slip()).isEqualTo(new Slip(10L, 10L, 0L));
        assertThat(seenOn(IN_JANUARY).slippedDays()).isEqualTo(10);
    }

    @Test
    void an_approved_new_date_is_slipped_against_the_baseline_only() {
        story.by(LEAD, forecast("2025-01-10", "2025-02-10")).by(OFFICE, approved("2025-01-11", "2025-02-05"));

        assertThat(seenOn(IN_JANUARY).slip()).isEqualTo(new Slip(10L, 5L, 0L));
    }

    @Test
    void the_day_of_completion_is_held_against_all_three_and_may_be_early() {
        story.by(LEAD, forecast("2025-01-10", "2025-02-10"))
                .by(OFFICE, approved("2025-01-11", "2025-02-28"))
                .by(LEAD, claimed("2025-02-05"));

        assertThat(seenOn(LocalDate.of(2025, 6, 1)).slip()).isEqualTo(new Slip(5L, -23L, -5L));
        story.by(OFFICE, verified("2025-02-20"));
        assertThat(seenOn(LocalDate.of(2025, 6, 1)).slip()).isEqualTo(new Slip(5L, -23L, -5L));
    }

    @Test
    void what_is_not_done_is_never_expected_before_today() {
        story.by(LEAD, forecast("2024-12-01", "2025-01-01"));

        assertThat(seenOn(IN_JANUARY).overdue()).isFalse();
        assertThat(seenOn(IN_JANUARY).slip()).isEqualTo(new Slip(-20L, -20L, 10L));
        assertThat(seenOn(LocalDate.of(2025, 2, 3)).overdue()).isTrue();
        assertThat(seenOn(LocalDate.of(2025, 2, 3)).slip()).isEqualTo(new Slip(3L, 3L, 33L));
    }

    @Test
    void what_was_not_accepted_or_was_reopened_is_still_to_be_done() {
        story.by(LEAD, claimed("2025-01-20")).by(OFFICE, rejected("2025-01-25"));
        assertThat(seenOn(LocalDate.of(2025, 2, 3)).slip()).isEqualTo(new Slip(3L, 3L, null));

        story.by(LEAD, claimed("2025-01-26")).by(OFFICE, verified("2025-01-27"), reopened("2025-01-28"));
        assertThat(seenOn(LocalDate.of(2025, 2, 3)).slip()).isEqualTo(new Slip(3L, 3L, null));
    }

    @Test
    void what_was_cancelled_slips_no_further() {
        story.by(OFFICE, new ActionCancelled(PLAN, ACTION, date("2025-01-20"), ErasableText.of("Merged")));

        assertThat(seenOn(LocalDate.of(2025, 6, 1)).overdue()).isFalse();
        assertThat(seenOn(LocalDate.of(2025, 6, 1)).slip()).isEqualTo(new Slip(0L, 0L, null));
    }

    @Test
    void without_an_agreed_date_only_the_forecast_can_slip() {
        Story undated = new Story()
                .by(
                        OFFICE,
                        agreed(ACTION, "PA3"),
                        new MilestoneAdded(
                                PLAN, ACTION, MILESTONE, new MilestoneDetails("Cleared", List.of(), null, false)));
        assertThat(Timing.of(undated.action(), undated.milestone(), IN_JANUARY).slip())
                .isEqualTo(new Slip(null, null, null));

        undated.by(LEAD, forecast("2024-12-01", "2025-01-01"));

        Timing timing = Timing.of(undated.action(), undated.milestone(), IN_JANUARY);
        assertThat(timing.slip()).isEqualTo(new Slip(null, null, 10L));
        assertThat(timing.slippedDays()).isNull();
        assertThat(timing.overdue()).isFalse();
    }
}

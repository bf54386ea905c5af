package org.paptracker.query.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.approved;
import static org.paptracker.query.History.assessed;
import static org.paptracker.query.History.claimed;
import static org.paptracker.query.History.correction;
import static org.paptracker.query.History.correctionByOffice;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.effective;
import static org.paptracker.query.History.forecast;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.progress;
import static org.paptracker.query.History.proposed;
import static org.paptracker.query.History.refused;
import static org.paptracker.query.History.rejected;
import static org.paptracker.query.History.reopened;
import static org.paptracker.query.History.verified;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.query.Story;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.action.RebaselineReason;

class MilestoneViewTest {
    private final Story story =
            new Story().by(OFFICE, agreed(ACTION, "PA1", "PA3"), milestone(ACTION, MILESTONE, "2025-01"));

    private Report latest() {
        return Objects.requireNonNull(story.milestone().latest());
    }

    @Test
    void is_planned_for_the_date_first_agreed_until_somebody_reports() {
        MilestoneView planned = story.milestone();

        assertThat(planned.state()).isEqualTo(MilestoneState.PLANNED);
        assertThat(planned.standing().stateSince()).isNull();
        assertThat(planned.due()).isEqualTo(new Due(date("2025-01"), date("2025-01"), null, null));
        assertThat(planned.text().successCriteria()).containsExactly("None over 6 weeks");
        assertThat(planned.rating()).isEqualTo(Rating.NO_DATA);
        assertThat(planned.latest()).isNull();
    }

    @Nested
    class Progress {
        @Test
        void the_first_report_puts_it_in_progress() {
            story.by(LEAD, progress("2025-02-13", Rating.ON_TRACK, 60));

            assertThat(story.milestone().state()).isEqualTo(MilestoneState.IN_PROGRESS);
            assertThat(story.milestone().standing().stateSince()).isEqualTo(date("2025-02-13"));
            assertThat(story.milestone().rating()).isEqualTo(Rating.ON_TRACK);
            assertThat(latest().by()).isEqualTo(BY_LEAD);
            assertThat(latest().note()).isEqualTo("Said on 2025-02-13");
            assertThat(latest().position()).isEqualTo(3);
        }

        @Test
        void a_later_report_stands_over_an_earlier_one() {
            story.by(LEAD, progress("2025-02-13", Rating.ON_TRACK, 60), progress("2025-03-13", Rating.AT_RISK, 65));

            assertThat(latest().on()).isEqualTo(effective("2025-03-13"));
            assertThat(latest().percentComplete()).isEqualTo(65);
            assertThat(story.milestone().rating()).isEqualTo(Rating.AT_RISK);
        }

        @Test
        void a_late_entry_does_not_overwrite_what_was_true_later() {
            story.by(LEAD, progress("2025-03-13", Rating.AT_RISK, 65));
            MilestoneView before = story.milestone();

            story.by(LEAD, progress("2025-02-13", Rating.ON_TRACK, 60));

            assertThat(story.milestone()).isEqualTo(before);
        }

        @Test
        void a_report_of_the_same_day_recorded_later_stands() {
            story.by(LEAD, progress("2025-03-13", Rating.AT_RISK, 65), progress("2025-03-13", Rating.ON_TRACK, 70));

            assertThat(latest().percentComplete()).isEqualTo(70);
            assertThat(story.milestone().rating()).isEqualTo(Rating.ON_TRACK);
        }

        @Test
        void a_month_is_no_earlier_than_a_day_in_it() {
            story.by(LEAD, progress("2025-03", null, 80), progress("2025-03-13", null, 65));

            assertThat(latest().on()).isEqualTo(effective("2025-03"));
        }

        @Test
        void what_a_report_leaves_open_stays_as_it_was() {
            story.by(LEAD, progress("2025-02-13", Rating.ON_TRACK, 60), progress("2025-03-13", null, null));

            assertThat(latest().on()).isEqualTo(effective("2025-03-13"));
            assertThat(latest().percentComplete()).isEqualTo(60);
            assertThat(latest().percentOn()).isEqualTo(effective("2025-02-13"));
            assertThat(story.milestone().rating()).isEqualTo(Rating.ON_TRACK);
        }

        @Test
        void in_whatever_order_reports_are_recorded_the_same_stands() {
            var january = progress("2025-01-13", Rating.ON_TRACK, 40);
            var february = progress("2025-02-13", Rating.AT_RISK, 50);
            var march = progress("2025-03-13", null, null);
            var orders = List.of(
                    List.of(january, february, march),
                    List.of(january, march, february),
                    List.of(february, january, march),
                    List.of(february, march, january),
                    List.of(march, january, february),
                    List.of(march, february, january));

            for (var order : orders) {
                Story told = new Story().by(OFFICE, agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2025-01"));
                order.forEach(report -> told.by(LEAD, report));
                Report stands = Objects.requireNonNull(told.milestone().latest());
                assertThat(stands.note()).isEqualTo("Said on 2025-03-13");
                assertThat(stands.percentComplete()).isEqualTo(50);
                assertThat(stands.percentOn()).isEqualTo(effective("2025-02-13"));
                assertThat(told.milestone().rating()).isEqualTo(Rating.AT_RISK);
            }
        }

        @Test
        void a_correction_replaces_the_report_it_names_even_with_an_earlier_date() {
            story.by(LEAD, progress("2025-12-13", Rating.COMPLETE, 100));
            story.by(LEAD, correction("2025-02-13", Rating.ON_TRACK, 60, story.position()));

            assertThat(latest().note()).isEqualTo("Put right for 2025-02-13");
            assertThat(latest().percentComplete()).isEqualTo(60);
            assertThat(story.milestone().rating()).isEqualTo(Rating.ON_TRACK);
        }

        @Test
        void a_correction_of_another_report_does_not_touch_the_latest() {
            story.by(LEAD, progress("2025-02-13", Rating.OFF_TRACK, 30));
            long wrong = story.position();
            story.by(LEAD, progress("2025-03-13", Rating.ON_TRACK, 70));
            story.by(LEAD, correction("2025-02-13", Rating.AT_RISK, 35, wrong));

            assertThat(latest().on()).isEqualTo(effective("2025-03-13"));
            assertThat(story.milestone().rating()).isEqualTo(Rating.ON_TRACK);
        }
    }

    @Nested
    class A_correction {
        @Test
        void with_an_earlier_day_gives_way_to_what_was_reported_in_between() {
            story.by(LEAD, progress("2025-03-13", Rating.COMPLETE, 100));
            long mistyped = story.position();
            story.by(LEAD, progress("2025-02-20", Rating.AT_RISK, 40));
            story.by(LEAD, correction("2025-02-13", Rating.ON_TRACK, 60, mistyped));

            assertThat(latest().note()).isEqualTo("Said on 2025-02-20");
            assertThat(latest().percentComplete()).isEqualTo(40);
            assertThat(story.milestone().rating()).isEqualTo(Rating.AT_RISK);
        }

        @Test
        void by_the_programme_office_says_what_it_puts_right_and_why_and_rates_as_the_office() {
            story.by(LEAD, progress("2025-03-13", Rating.AT_RISK, 40));
            long mistaken = story.position();
            story.by(OFFICE, correctionByOffice("2025-03-13", Rating.OFF_TRACK, mistaken));

            assertThat(latest().corrects()).isEqualTo(mistaken);
            assertThat(latest().correctionReason()).isEqualTo("Meant for another milestone");
            assertThat(story.milestone().work().assessments())
                    .extracting(Assessment::assessor, Assessment::rating)
                    .containsExactly(Tuple.tuple(Assessor.PMO, Rating.OFF_TRACK));
        }

        @Test
        void that_is_itself_put_right_leaves_neither() {
            story.by(LEAD, progress("2025-03-13", Rating.COMPLETE, 100));
            story.by(LEAD, correction("2025-03-12", Rating.COMPLETE, 90, story.position()));
            story.by(LEAD, correction("2025-02-13", Rating.AT_RISK, 30, story.position()));

            assertThat(latest().note()).isEqualTo("Put right for 2025-02-13");
            assertThat(latest().percentComplete()).isEqualTo(30);
            assertThat(story.milestone().rating()).isEqualTo(Rating.AT_RISK);
        }

        @Test
        void of_an_entry_still_to_come_puts_nothing_right() {
            story.by(LEAD, correction("2025-02-13", Rating.AT_RISK, 30, story.position() + 2));
            story.by(LEAD, progress("2025-03-13", Rating.ON_TRACK, 70));

            assertThat(latest().note()).isEqualTo("Said on 2025-03-13");
            assertThat(story.milestone().rating()).isEqualTo(Rating.ON_TRACK);
        }

        @Test
        void of_the_same_entry_twice_leaves_the_later_day_standing() {
            story.by(LEAD, progress("2025-03-13", Rating.COMPLETE, 100));
            long mistaken = story.position();
            story.by(LEAD, correction("2025-02-13", Rating.ON_TRACK, 60, mistaken));
            story.by(LEAD, correction("2025-02-20", Rating.AT_RISK, 50, mistaken));

            assertThat(latest().note()).isEqualTo("Put right for 2025-02-20");
            assertThat(latest().percentComplete()).isEqualTo(50);
        }

        @Test
        void touches_only_a_report_on_the_same_milestone() {
            MilestoneView before = story.milestone();
            story.by(LEAD, correction("2025-02-13", Rating.AT_RISK, 30, story.position()));

            assertThat(story.milestone().title()).isEqualTo(before.title());
            assertThat(story.milestone().due()).isEqualTo(before.due());
        }
    }

    @Nested
    class Forecast {
        @Test
        void shows_the_latest_forecast_after_it_moves_twice() {
            story.by(LEAD, forecast("2025-01-10", "2025-03"), forecast("2025-02-10", "2025-05"));

            assertThat(story.milestone().due().forecastDueOn()).isEqualTo(date("2025-05"));
            assertThat(story.milestone().due().forecastOn()).isEqualTo(effective("2025-02-10"));
        }

        @Test
        void a_late_forecast_does_not_overwrite_a_later_one() {
            story.by(LEAD, forecast("2025-02-10", "2025-05"), forecast("2025-01-10", "2025-03"));

            assertThat(story.milestone().due().forecastDueOn()).isEqualTo(date("2025-05"));
        }

        @Test
        void of_two_made_for_the_same_day_the_second_one_recorded_stands() {
            story.by(LEAD, forecast("2025-02-10", "2025-05"), forecast("2025-02-10", "2025-04"));

            assertThat(story.milestone().due().forecastDueOn()).isEqualTo(date("2025-04"));
        }

        @Test
        void never_moves_the_approved_date_or_the_baseline() {
            story.by(LEAD, forecast("2025-01-10", "2025-03"));

            assertThat(story.milestone().due().approvedDueOn()).isEqualTo(date("2025-01"));
            assertThat(story.milestone().due().baselineDueOn()).isEqualTo(date("2025-01"));
        }
    }

    @Nested
    class Claims {
        @Test
        void that_are_rejected_take_the_ratings_of_completion_along_that_lapse_with_them() {
            story.by(LEAD, claimed("2025-02-13"));
            story.by(LEAD, assessed("2025-02-13", Assessor.SELF, Rating.COMPLETE));
            story.by(OFFICE, assessed("2025-02-13", Assessor.PMO, Rating.AT_RISK));
            story.by(
                    OFFICE,
                    new CompletionRejected(
                            PLAN,
                            ACTION,
                            MILESTONE,
                            date("2025-02-20"),
                            ErasableText.of("Not all"),
                            List.of(Assessor.SELF, Assessor.PMO)));

            assertThat(story.milestone().work().assessments())
                    .extracting(Assessment::assessor, Assessment::rating)
                    .containsExactly(Tuple.tuple(Assessor.PMO, Rating.AT_RISK));
        }

        @Test
        void a_claim_names_its_evidence_and_who_claims() {
            story.by(LEAD, claimed("2025-01-20"));

            Completion claim = Objects.requireNonNull(story.milestone().completion());
            assertThat(story.milestone().state()).isEqualTo(MilestoneState.CLAIMED_COMPLETE);
            assertThat(claim.claimedBy()).isEqualTo(BY_LEAD);
            assertThat(claim.completedOn()).isEqualTo(effective("2025-01-20"));
            assertThat(claim.evidence()).extracting(Object::toString).containsExactly("E-1");
            assertThat(claim.verifiedBy()).isNull();
            assertThat(story.milestone().complete()).isFalse();
        }

        @Test
        void verification_keeps_the_claimant_and_names_the_verifier() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-02-01"));

            Completion completion = Objects.requireNonNull(story.milestone().completion());
            assertThat(completion.claimedBy()).isEqualTo(BY_LEAD);
            assertThat(completion.completedOn()).isEqualTo(effective("2025-01-20"));
            assertThat(completion.verifiedBy()).isEqualTo(BY_OFFICE);
            assertThat(completion.verifiedOn()).isEqualTo(date("2025-02-01"));
            assertThat(story.milestone().complete()).isTrue();
        }

        @Test
        void a_verification_stands_even_if_the_claim_became_true_only_later() {
            story.by(OFFICE, verified("2025-02-01"));

            assertThat(story.milestone().state()).isEqualTo(MilestoneState.VERIFIED);
            assertThat(story.milestone().completion()).isNull();
        }

        @Test
        void a_rejected_claim_leaves_it_in_progress_with_the_reason_and_without_a_claim() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, rejected("2025-02-01"));

            assertThat(story.milestone().state()).isEqualTo(MilestoneState.IN_PROGRESS);
            assertThat(story.milestone().standing().stateReason()).isEqualTo("Three are left");
            assertThat(story.milestone().standing().stateSince()).isEqualTo(date("2025-02-01"));
            assertThat(story.milestone().completion()).isNull();
        }

        @Test
        void a_new_claim_takes_the_reason_of_the_rejection_away() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, rejected("2025-02-01"));
            story.by(LEAD, claimed("2025-02-20"));

            assertThat(story.milestone().standing().stateReason()).isNull();
            assertThat(Objects.requireNonNull(story.milestone().completion()).completedOn())
                    .isEqualTo(effective("2025-02-20"));
        }

        @Test
        void reopening_takes_the_completion_back_and_says_why() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-02-01"), reopened("2025-04-01"));

            assertThat(story.milestone().state()).isEqualTo(MilestoneState.REOPENED);
            assertThat(story.milestone().standing().stateReason()).isEqualTo("The backlog is back");
            assertThat(story.milestone().completion()).isNull();
            assertThat(story.milestone().complete()).isFalse();
        }

        @Test
        void a_report_on_a_reopened_milestone_leaves_it_reopened() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-02-01"), reopened("2025-04-01"));
            story.by(LEAD, progress("2025-04-10", null, 90));

            assertThat(story.milestone().state()).isEqualTo(MilestoneState.REOPENED);
        }

        @Test
        void embedding_keeps_the_completion() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-02-01"));
            story.by(OFFICE, new MilestoneEmbedded(PLAN, ACTION, MILESTONE, date("2025-06"), null));

            assertThat(story.milestone().state()).isEqualTo(MilestoneState.EMBEDDED);
            assertThat(story.milestone().complete()).isTrue();
            assertThat(Objects.requireNonNull(story.milestone().completion()).verifiedBy())
                    .isEqualTo(BY_OFFICE);
        }
    }

    @Nested
    class New_due_dates {
        @Test
        void a_proposal_moves_nothing_and_stands_until_it_is_decided() {
            story.by(LEAD, proposed("2025-01-15", "2025-06"));

            Rebaseline open = Objects.requireNonNull(story.milestone().work().rebaseline());
            assertThat(open.proposedDueOn()).isEqualTo(date("2025-06"));
            assertThat(open.proposedBy()).isEqualTo(BY_LEAD);
            assertThat(open.reason()).isEqualTo("Two posts are vacant");
            assertThat(story.milestone().due().approvedDueOn()).isEqualTo(date("2025-01"));
        }

        @Test
        void an_approval_moves_the_approved_date_and_never_the_baseline() {
            story.by(LEAD, proposed("2025-01-15", "2025-06")).by(OFFICE, approved("2025-01-20", "2025-05"));

            assertThat(story.milestone().due().approvedDueOn()).isEqualTo(date("2025-05"));
            assertThat(story.milestone().due().baselineDueOn()).isEqualTo(date("2025-01"));
            assertThat(story.milestone().work().rebaseline()).isNull();
        }

        @Test
        void a_refusal_moves_nothing() {
            story.by(LEAD, proposed("2025-01-15", "2025-06")).by(OFFICE, refused("2025-01-20"));

            assertThat(story.milestone().due().approvedDueOn()).isEqualTo(date("2025-01"));
            assertThat(story.milestone().work().rebaseline()).isNull();
        }

        @Test
        void amending_never_moves_a_date_once_agreed() {
            story.by(OFFICE, amended("2026-01"));

            assertThat(story.milestone().title()).isEqualTo("Backlog cleared for good");
            assertThat(story.milestone().due().baselineDueOn()).isEqualTo(date("2025-01"));
            assertThat(story.milestone().due().approvedDueOn()).isEqualTo(date("2025-01"));
        }

        @Test
        void amending_gives_the_first_date_where_there_was_none() {
            Story undated =
                    new Story().by(OFFICE, agreed(ACTION, "PA3"), undated()).by(OFFICE, amended("2026-01"));

            assertThat(undated.milestone().due().baselineDueOn()).isEqualTo(date("2026-01"));
            assertThat(undated.milestone().due().approvedDueOn()).isEqualTo(date("2026-01"));
        }

        private static MilestoneAmended amended(String dueOn) {
            return new MilestoneAmended(
                    PLAN,
                    ACTION,
                    MILESTONE,
                    new MilestoneDetails(
                            "Backlog cleared for good", List.of(ErasableText.of("None")), date(dueOn), true));
        }

        private static ActionEvent.MilestoneAdded undated() {
            return new ActionEvent.MilestoneAdded(
                    PLAN, ACTION, MILESTONE, new MilestoneDetails("Backlog cleared", List.of(), null, false));
        }
    }

    @Nested
    class The_history_of_its_due_date {
        private List<DueDateMove> moves() {
            return story.milestone().dueDates();
        }

        @Test
        void tells_every_step_in_the_order_recorded() {
            story.by(LEAD, forecast("2025-01-10", "2025-03"), proposed("2025-01-15", "2025-06"))
                    .by(OFFICE, refused("2025-01-20"))
                    .by(LEAD, proposed("2025-01-21", "2025-05"))
                    .by(OFFICE, approved("2025-01-22", "2025-05"))
                    .by(LEAD, claimed("2025-04-30"))
                    .by(OFFICE, rejected("2025-05-02"))
                    .by(LEAD, claimed("2025-05-10"))
                    .by(OFFICE, verified("2025-05-12"), reopened("2025-06-01"));

            assertThat(moves())
                    .extracting(move -> move.kind() + " " + move.date())
                    .containsExactly(
                            "BASELINE 2025-01",
                            "FORECAST 2025-03",
                            "PROPOSED 2025-06",
                            "REFUSED 2025-06",
                            "PROPOSED 2025-05",
                            "APPROVED 2025-05",
                            "COMPLETED 2025-04-30",
                            "NOT_ACCEPTED null",
                            "COMPLETED 2025-05-10",
                            "REOPENED null");
            assertThat(moves()).extracting(DueDateMove::position).isSorted();
            assertThat(moves())
                    .extracting(DueDateMove::reason)
                    .containsExactly(
                            null,
                            null,
                            "Two posts are vacant",
                            "Not before May",
                            "Two posts are vacant",
                            null,
                            null,
                            "Three are left",
                            null,
                            "The backlog is back");
        }

        @Test
        void says_who_when_and_why() {
            story.by(LEAD, proposed("2025-01-15", "2025-06"));

            assertThat(moves().get(0))
                    .isEqualTo(new DueDateMove(
                            2,
                            Instant.parse("2025-06-30T09:02:00Z"),
                            null,
                            DueDateMove.Kind.BASELINE,
                            date("2025-01"),
                            null,
                            null,
                            BY_OFFICE));
            assertThat(moves().get(1))
                    .isEqualTo(new DueDateMove(
                            3,
                            Instant.parse("2025-06-30T09:03:00Z"),
                            date("2025-01-15"),
                            DueDateMove.Kind.PROPOSED,
                            date("2025-06"),
                            RebaselineReason.CAPACITY,
                            "Two posts are vacant",
                            BY_LEAD));
        }

        @Test
        void keeps_a_late_forecast_that_does_not_stand() {
            story.by(LEAD, forecast("2025-02-10", "2025-05"), forecast("2025-01-10", "2025-03"));

            assertThat(story.milestone().due().forecastDueOn()).isEqualTo(date("2025-05"));
            assertThat(moves()).extracting(DueDateMove::date).endsWith(date("2025-05"), date("2025-03"));
        }

        @Test
        void begins_when_a_date_is_first_given_and_amending_adds_nothing_after_that() {
            Story undated = new Story().by(OFFICE, agreed(ACTION, "PA3"), New_due_dates.undated());
            assertThat(undated.milestone().dueDates()).isEmpty();

            undated.by(OFFICE, New_due_dates.amended("2026-01"), New_due_dates.amended("2026-02"));

            assertThat(undated.milestone().dueDates())
                    .singleElement()
                    .satisfies(move -> assertThat(move.date()).isEqualTo(date("2026-01")));
        }

        @Test
        void does_not_begin_with_an_amendment_that_gives_no_date() {
            Story undated = new Story().by(OFFICE, agreed(ACTION, "PA3"), New_due_dates.undated());
            undated.by(
                    OFFICE,
                    new MilestoneAmended(PLAN, ACTION, MILESTONE, new MilestoneDetails("x", List.of(), null, false)));

            assertThat(undated.milestone().dueDates()).isEmpty();
        }

        @Test
        void says_nothing_of_reports_and_ratings() {
            story.by(LEAD, progress("2025-02-13", Rating.ON_TRACK, 60))
                    .by(OFFICE, assessed("2025-02-13", Assessor.BOARD, Rating.AT_RISK));

            assertThat(moves()).hasSize(1);
        }
    }

    @Nested
    class Assessments {
        @Test
        void stand_side_by_side() {
            story.by(LEAD, assessed("2025-02-01", Assessor.SELF, Rating.ON_TRACK))
                    .by(OFFICE, assessed("2025-02-02", Assessor.PMO, Rating.AT_RISK));

            assertThat(story.milestone().work().assessments())
                    .extracting(Assessment::assessor, Assessment::rating, Assessment::by)
                    .containsExactly(
                            Tuple.tuple(Assessor.SELF, Rating.ON_TRACK, BY_LEAD),
                            Tuple.tuple(Assessor.PMO, Rating.AT_RISK, BY_OFFICE));
        }

        @Test
        void stand_in_the_same_order_no_matter_who_spoke_first() {
            story.by(OFFICE, assessed("2025-02-01", Assessor.BOARD, Rating.ON_TRACK))
                    .by(LEAD, assessed("2025-02-02", Assessor.SELF, Rating.AT_RISK));

            assertThat(story.milestone().work().assessments())
                    .extracting(Assessment::assessor)
                    .containsExactly(Assessor.SELF, Assessor.BOARD);
        }

        @Test
        void the_most_independent_counts_where_only_one_can() {
            story.by(OFFICE, assessed("2025-02-01", Assessor.INDEPENDENT, Rating.OFF_TRACK));
            story.by(LEAD, assessed("2025-03-01", Assessor.SELF, Rating.COMPLETE));
            story.by(OFFICE, assessed("2025-03-02", Assessor.BOARD, Rating.AT_RISK));

            assertThat(story.milestone().rating()).isEqualTo(Rating.OFF_TRACK);
        }

        @Test
        void a_late_one_does_not_overwrite_the_same_assessors_later_one() {
            story.by(OFFICE, assessed("2025-03-01", Assessor.BOARD, Rating.AT_RISK));
            story.by(OFFICE, assessed("2025-02-01", Assessor.BOARD, Rating.ON_TRACK));

            assertThat(story.milestone().rating()).isEqualTo(Rating.AT_RISK);
        }
    }
}

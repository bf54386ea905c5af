package org.paptracker.query.progress;

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
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;
import static org.paptracker.query.History.reopened;
import static org.paptracker.query.History.verified;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.query.History;
import org.paptracker.query.Story;
import org.paptracker.query.action.Lived;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.Workstream;
import org.paptracker.values.plan.WorkstreamCode;

class ProgressTest {
    private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2025, 1, 31);
    private static final LocalDate FIRST_OF_FEBRUARY = LocalDate.of(2025, 2, 1);
    private static final MilestoneCode SECOND = new MilestoneCode("PA3-01.2");
    private static final MilestoneCode THIRD = new MilestoneCode("PA3-01.3");

    private final Story story =
            new Story().by(OFFICE, agreed(ACTION, "PA1", "PA3"), milestone(ACTION, MILESTONE, "2025-01"));

    private Progress seenOn(LocalDate day) {
        return seenOn(day, Proofs.NONE);
    }

    private Progress seenOn(LocalDate day, Proofs proofs) {
        return Progress.of(
                "PA3",
                PLAN,
                null,
                Lived.of(List.of(story.action())),
                day,
                plan -> proofs,
                proofs.of(SubjectType.AREA, "PA3"));
    }

    @Nested
    class Evidence {
        private static Proof proof(String id, EvidenceLevel level, SubjectType type, String code) {
            return new Proof(
                    new EvidenceId(id), level, new TreeSet<>(List.of(new Subject(type, code))), LAST_OF_JANUARY);
        }

        private Progress.Evidence shownBy(Proof... proofs) {
            return seenOn(FIRST_OF_FEBRUARY, new Proofs(List.of(proofs))).evidence();
        }

        @Test
        void covers_a_complete_milestone_from_outcome_on() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-01-25"));
            assertThat(shownBy()).isEqualTo(new Progress.Evidence(1, 0, 0.0, null));
            assertThat(shownBy(proof("E-7", EvidenceLevel.OUTPUT, SubjectType.MILESTONE, "PA3-01.1")))
                    .isEqualTo(new Progress.Evidence(1, 0, 0.0, EvidenceLevel.OUTPUT));
            assertThat(shownBy(proof("E-7", EvidenceLevel.OUTCOME, SubjectType.MILESTONE, "PA3-01.1")))
                    .isEqualTo(new Progress.Evidence(1, 1, 1.0, EvidenceLevel.OUTCOME));
            assertThat(shownBy(proof("E-7", EvidenceLevel.IMPACT, SubjectType.MILESTONE, "PA3-01/PA3-01.1")))
                    .isEqualTo(new Progress.Evidence(1, 1, 1.0, EvidenceLevel.IMPACT));
        }

        @Test
        void covers_half_where_one_of_two_is_shown() {
            story.by(OFFICE, milestone(ACTION, SECOND, "2025-01"));
            for (MilestoneCode code : List.of(MILESTONE, SECOND)) {
                story.by(
                                LEAD,
                                new CompletionClaimed(
                                        PLAN,
                                        ACTION,
                                        code,
                                        date("2025-01-20"),
                                        ErasableText.of("Done"),
                                        List.of(),
                                        ErasableText.of("None yet")))
                        .by(OFFICE, new CompletionVerified(PLAN, ACTION, code, date("2025-01-25"), null));
            }
            assertThat(shownBy(proof("E-7", EvidenceLevel.OUTCOME, SubjectType.MILESTONE, "PA3-01.2")))
                    .isEqualTo(new Progress.Evidence(2, 1, 0.5, EvidenceLevel.OUTCOME));
        }

        @Test
        void counts_what_the_claim_names_and_nothing_that_supports_something_else() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-01-25"));
            assertThat(shownBy(proof("E-1", EvidenceLevel.OUTCOME, SubjectType.FACT, "x")))
                    .isEqualTo(new Progress.Evidence(1, 1, 1.0, EvidenceLevel.OUTCOME));
            assertThat(shownBy(proof("E-2", EvidenceLevel.OUTCOME, SubjectType.MILESTONE, "PA3-02.1")))
                    .isEqualTo(new Progress.Evidence(1, 0, 0.0, null));
        }

        @Test
        void of_what_is_not_complete_gives_no_share_but_a_strongest_level() {
            assertThat(shownBy(proof("E-2", EvidenceLevel.IMPACT, SubjectType.AREA, "PA3")))
                    .isEqualTo(new Progress.Evidence(0, 0, null, EvidenceLevel.IMPACT));
            assertThat(shownBy(proof("E-2", EvidenceLevel.ACTIVITY, SubjectType.ACTION, "PA3-01"))
                            .strongest())
                    .isEqualTo(EvidenceLevel.ACTIVITY);
        }
    }

    @Nested
    class Overdue {
        @Test
        void what_is_due_in_january_is_late_from_the_first_of_february() {
            assertThat(seenOn(LAST_OF_JANUARY).overdue()).isZero();
            assertThat(seenOn(FIRST_OF_FEBRUARY).overdue()).isEqualTo(1);
        }

        @Test
        void what_is_claimed_complete_is_not_overdue_and_what_is_reopened_is() {
            story.by(LEAD, claimed("2025-01-20"));
            assertThat(seenOn(FIRST_OF_FEBRUARY).overdue()).isZero();

            story.by(OFFICE, verified("2025-01-25"), reopened("2025-01-28"));
            assertThat(seenOn(FIRST_OF_FEBRUARY).overdue()).isEqualTo(1);
        }

        @Test
        void a_forecast_excuses_nothing_and_an_approved_new_date_does() {
            story.by(LEAD, forecast("2025-01-10", "2025-06"));
            assertThat(seenOn(FIRST_OF_FEBRUARY).overdue()).isEqualTo(1);

            story.by(OFFICE, approved("2025-01-20", "2025-06"));
            assertThat(seenOn(FIRST_OF_FEBRUARY).overdue()).isZero();
        }
    }

    @Nested
    class Slipped {
        @Test
        void is_from_the_date_first_agreed_to_the_forecast() {
            story.by(LEAD, forecast("2025-01-10", "2025-02-10"));

            assertThat(seenOn(LAST_OF_JANUARY).slippedDays()).isEqualTo(new Progress.SlippedDays(10.0, 10L));
        }

        @Test
        void grows_each_day_once_the_forecast_has_passed_too() {
            story.by(LEAD, forecast("2025-01-10", "2025-02-10"));

            assertThat(seenOn(LocalDate.of(2025, 2, 20)).slippedDays()).isEqualTo(new Progress.SlippedDays(20.0, 20L));
        }

        @Test
        void ends_with_the_day_of_completion() {
            story.by(LEAD, claimed("2025-02-05"));

            assertThat(seenOn(LocalDate.of(2025, 6, 1)).slippedDays()).isEqualTo(new Progress.SlippedDays(5.0, 5L));
        }

        @Test
        void has_a_median_over_an_odd_and_an_even_number() {
            story.by(LEAD, forecast("2025-01-10", "2025-02-10"));
            story.by(OFFICE, milestone(ACTION, SECOND, "2025-03"));
            assertThat(seenOn(LAST_OF_JANUARY).slippedDays()).isEqualTo(new Progress.SlippedDays(5.0, 10L));

            story.by(OFFICE, milestone(ACTION, THIRD, "2025-04"));
            assertThat(seenOn(LAST_OF_JANUARY).slippedDays()).isEqualTo(new Progress.SlippedDays(0.0, 10L));
        }

        @Test
        void is_not_known_without_dates() {
            Progress nothing =
                    Progress.of("PA3", PLAN, null, List.of(), LAST_OF_JANUARY, plan -> Proofs.NONE, List.of());

            assertThat(nothing.slippedDays()).isEqualTo(new Progress.SlippedDays(null, null));
            assertThat(nothing.daysSinceUpdate()).isNull();
        }
    }

    @Nested
    class Counts {
        @Test
        void every_state_and_rating_stands_in_the_maps_if_only_with_zero() {
            story.by(LEAD, progress("2025-01-10", Rating.AT_RISK, 20));

            Progress.Milestones counted = seenOn(LAST_OF_JANUARY).milestones();
            assertThat(counted.total()).isEqualTo(1);
            assertThat(counted.byState()).containsOnlyKeys(MilestoneState.values());
            assertThat(counted.byState()).containsEntry(MilestoneState.IN_PROGRESS, 1L);
            assertThat(counted.byState().values().stream().mapToLong(n -> n).sum())
                    .isEqualTo(1);
            assertThat(counted.byRating()).containsOnlyKeys(Rating.values());
            assertThat(counted.byRating()).containsEntry(Rating.AT_RISK, 1L);
        }

        @Test
        void complete_is_what_somebody_else_verified() {
            story.by(LEAD, claimed("2025-01-20"));
            assertThat(seenOn(LAST_OF_JANUARY).evidence()).isEqualTo(new Progress.Evidence(0, 0, null, null));

            story.by(OFFICE, verified("2025-01-25"));
            assertThat(seenOn(LAST_OF_JANUARY).evidence()).isEqualTo(new Progress.Evidence(1, 0, 0.0, null));
        }

        @Test
        void what_was_cancelled_does_not_count() {
            story.by(LEAD, progress("2025-01-10", Rating.AT_RISK, 20));
            story.by(OFFICE, new ActionCancelled(PLAN, ACTION, date("2025-01-20"), ErasableText.of("Not needed")));

            assertNothingCounts();
        }

        @Test
        void what_was_transferred_does_not_count() {
            story.by(
                    OFFICE,
                    new ActionTransferred(
                            PLAN, ACTION, date("2025-01-20"), new PlanId("next"), new ActionCode("N-1"), null));

            assertNothingCounts();
        }

        private void assertNothingCounts() {
            Progress progress = seenOn(FIRST_OF_FEBRUARY);
            assertThat(progress.actions()).isZero();
            assertThat(progress.milestones().total()).isZero();
            assertThat(progress.overdue()).isZero();
            assertThat(progress.slippedDays().max()).isNull();
            assertThat(progress.lastUpdatedOn()).isNull();
        }
    }

    @Nested
    class Silence {
        @Test
        void is_counted_from_the_last_day_that_anybody_reported_on() {
            story.by(LEAD, progress("2025-01-10", null, 20), progress("2025-01-05", null, 10));

            assertThat(seenOn(LAST_OF_JANUARY).lastUpdatedOn()).isEqualTo(date("2025-01-10"));
            assertThat(seenOn(LAST_OF_JANUARY).daysSinceUpdate()).isEqualTo(21);
        }

        @Test
        void is_never_negative_for_a_report_on_the_whole_month() {
            story.by(LEAD, progress("2025-01", null, 20));

            assertThat(seenOn(LocalDate.of(2025, 1, 20)).daysSinceUpdate()).isZero();
        }
    }

    @Nested
    class Groups {
        private final PlanView plan = new Story().by(OFFICE, plan()).plan();

        private Map<String, Integer> members(Grouping by) {
            List<Lived> actions = Lived.of(List.of(story.action()));
            return by.of(plan).stream()
                    .collect(Collectors.toMap(
                            Grouping.Group::code,
                            group -> by.members(group, actions).size()));
        }

        @Test
        void an_action_in_two_areas_counts_in_both() {
            assertThat(members(Grouping.AREA)).isEqualTo(Map.of("PA1", 1, "PA3", 1));
        }

        @Test
        void an_action_counts_only_where_it_belongs() {
            story.by(OFFICE, new ActionEvent.ActionAmended(PLAN, ACTION, History.details("Clear the backlog", "PA3")));

            assertThat(members(Grouping.AREA)).isEqualTo(Map.of("PA1", 0, "PA3", 1));
            assertThat(members(Grouping.THEME)).isEqualTo(Map.of("T2", 1));
            assertThat(members(Grouping.ORGANISATION)).isEqualTo(Map.of("OCC", 1));
            assertThat(members(Grouping.WORKSTREAM)).isEmpty();
        }

        @Test
        void of_workstreams_are_the_plans_too() {
            PlanDetails without = plan().details();
            PlanDetails details = new PlanDetails(
                    without.title(),
                    without.type(),
                    without.localArea(),
                    null,
                    null,
                    null,
                    without.organisations(),
                    without.areas(),
                    without.themes(),
                    List.of(new Workstream(new WorkstreamCode("co-production"), "Co-production", null)),
                    without.boards(),
                    null);
            PlanView with =
                    new Story().by(OFFICE, new PlanRegistered(PLAN, details)).plan();

            assertThat(Grouping.WORKSTREAM.of(with))
                    .containsExactly(new Grouping.Group("co-production", "Co-production"));
            assertThat(Grouping.THEME.of(with)).containsExactly(new Grouping.Group("T2", "Right plan"));
        }

        @Test
        void stand_in_the_order_of_the_plan_with_their_titles() {
            assertThat(Grouping.AREA.of(plan))
                    .containsExactly(new Grouping.Group("PA1", "Views"), new Grouping.Group("PA3", "Timeliness"));
            assertThat(Grouping.ORGANISATION.of(plan))
                    .containsExactly(new Grouping.Group("OCC", "Oxfordshire County Council"));
        }
    }
}

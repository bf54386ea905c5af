package org.paptracker.command.action;

import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.Scenario.OTHER_LEAD;
import static org.paptracker.command.action.Examples.*;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.action.ActionCommand.AddMilestone;
import org.paptracker.command.action.ActionCommand.AssessMilestone;
import org.paptracker.command.action.ActionCommand.ClaimCompletion;
import org.paptracker.command.action.ActionCommand.EmbedMilestone;
import org.paptracker.command.action.ActionCommand.RecordProgress;
import org.paptracker.command.action.ActionCommand.RejectCompletion;
import org.paptracker.command.action.ActionCommand.ReopenMilestone;
import org.paptracker.command.action.ActionCommand.VerifyCompletion;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanState;

class MilestoneDeciderTest {

    /** Whatever else holds, these do for every command on a milestone that has to exist. */
    abstract static class On_a_milestone {
        abstract ActionCommand command();

        /** What has to have happened for the command to be possible to the board. */
        abstract ActionEvent[] before();

        @Test
        void is_refused_in_an_unknown_plan() {
            inNoPlan().when(BOARD, command()).thenRefused("plan.unknown");
        }

        @Test
        void is_refused_on_an_unknown_action() {
            given().when(BOARD, command()).thenRefused("action.unknown");
        }

        @Test
        void is_refused_on_an_unknown_milestone() {
            given(agreed(), started()).when(BOARD, command()).thenRefused("milestone.unknown", "PA3-01.2", "PA3-01");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.CLOSED), before()).when(BOARD, command()).thenRefused("plan.ended");
        }

        @Test
        void is_refused_once_the_action_has_ended() {
            given(with(before(), cancelled())).when(BOARD, command()).thenRefused("action.ended");
        }
    }

    static ActionEvent[] with(ActionEvent[] before, ActionEvent... more) {
        return Stream.concat(Stream.of(before), Stream.of(more)).toArray(ActionEvent[]::new);
    }

    static ActionEvent[] events(ActionEvent... events) {
        return events;
    }

    private static AddMilestone put(MilestoneDetails details) {
        return new AddMilestone(PLAN, ACTION, MILESTONE, details);
    }

    @Nested
    class Adding {
        private final MilestoneDetails details = milestone("Every overdue case assessed", DUE);

        @Test
        void records_it() {
            given(agreed()).when(put(details)).then(added());
        }

        @Test
        void needs_no_date() {
            given(agreed())
                    .when(put(milestone("Undated", null)))
                    .then(new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone("Undated", null)));
        }

        @Test
        void is_possible_while_the_action_is_paused() {
            given(agreed(), started(), paused()).when(put(details)).then(added());
        }

        @Test
        void is_refused_in_an_unknown_plan_or_action() {
            inNoPlan().when(put(details)).thenRefused("plan.unknown");
            given().when(put(details)).thenRefused("action.unknown");
        }

        @Test
        void is_refused_once_the_action_is_delivered_or_has_ended() {
            given(agreed(), started(), delivered())
                    .when(put(details))
                    .thenRefused("action.not-in-progress", "delivered");
            given(agreed(), cancelled()).when(put(details)).thenRefused("action.ended");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.CLOSED), agreed()).when(put(details)).thenRefused("plan.ended");
        }
    }

    @Nested
    class Amending {
        @Test
        void with_the_same_content_records_nothing() {
            MilestoneDetails same = milestone("Every overdue case assessed", DUE);
            given(agreed(), added()).when(put(same)).thenNothingMore();
            given(agreed(), added(), cancelled()).when(put(same)).thenNothingMore();
        }

        @Test
        void records_the_whole_of_the_details() {
            MilestoneDetails renamed = milestone("Renamed", DUE);
            given(agreed(), added()).when(put(renamed)).then(new MilestoneAmended(PLAN, ACTION, MILESTONE, renamed));
        }

        @Test
        void keeps_whether_it_is_statutory_and_how_we_will_know() {
            MilestoneDetails stricter =
                    new MilestoneDetails("Every overdue case assessed", List.of(OTHER_NOTE), DUE, true);
            given(agreed(), added()).when(put(stricter)).then(new MilestoneAmended(PLAN, ACTION, MILESTONE, stricter));
        }

        @Test
        void may_add_a_first_date_where_there_was_none() {
            MilestoneDetails dated = milestone("Undated", DUE);
            given(agreed(), new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone("Undated", null)))
                    .when(put(dated))
                    .then(new MilestoneAmended(PLAN, ACTION, MILESTONE, dated));
        }

        @Test
        void may_stay_without_a_date() {
            MilestoneDetails renamed = milestone("Renamed", null);
            given(agreed(), new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone("Undated", null)))
                    .when(put(renamed))
                    .then(new MilestoneAmended(PLAN, ACTION, MILESTONE, renamed));
        }

        @Test
        void is_refused_if_it_moves_or_drops_the_due_date() {
            String code = "milestone.due-date-needs-rebaseline";
            given(agreed(), added())
                    .when(put(milestone("Every overdue case assessed", LATER)))
                    .thenRefused(code, "April 2025", "propose a re-baseline");
            given(agreed(), added()).when(put(milestone("Renamed", null))).thenRefused(code);
        }

        @Test
        void cannot_move_a_first_date_that_was_added_later() {
            given(
                            agreed(),
                            new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone("Undated", null)),
                            new MilestoneAmended(PLAN, ACTION, MILESTONE, milestone("Undated", DUE)))
                    .when(put(milestone("Undated", LATER)))
                    .thenRefused("milestone.due-date-needs-rebaseline");
        }

        @Test
        void with_the_approved_date_keeps_the_first_one_in_the_details() {
            RebaselineApproved moved = new RebaselineApproved(PLAN, ACTION, MILESTONE, FEBRUARY_13, LATER, null);
            given(agreed(), added(), moved)
                    .when(put(milestone("Every overdue case assessed", LATER)))
                    .thenNothingMore();
            given(agreed(), added(), moved)
                    .when(put(milestone("Renamed", LATER)))
                    .then(new MilestoneAmended(PLAN, ACTION, MILESTONE, milestone("Renamed", DUE)));
            given(agreed(), added(), moved)
                    .when(put(milestone("Renamed", DUE)))
                    .then(new MilestoneAmended(PLAN, ACTION, MILESTONE, milestone("Renamed", DUE)));
        }

        @Test
        void is_refused_once_plan_or_action_have_ended() {
            given(agreed(), added(), cancelled())
                    .when(put(milestone("Renamed", DUE)))
                    .thenRefused("action.ended");
            in(plan(PlanState.CLOSED), agreed(), added())
                    .when(put(milestone("Renamed", DUE)))
                    .thenRefused("plan.ended");
        }
    }

    private static RecordProgress progress(BusinessDate on, BusinessDate forecast) {
        return new RecordProgress(
                PLAN, ACTION, MILESTONE, on, NOTE, 40, Rating.ON_TRACK, forecast, null, OTHER_NOTE, null, null, null);
    }

    private static RecordProgress progress(Integer percent) {
        return new RecordProgress(
                PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, percent, null, null, null, null, null, null, null);
    }

    private static MilestoneProgressRecorded progressed(BusinessDate on) {
        return new MilestoneProgressRecorded(
                PLAN,
                ACTION,
                MILESTONE,
                on,
                NOTE,
                40,
                Rating.ON_TRACK,
                null,
                OTHER_NOTE,
                null,
                null,
                Assessor.SELF,
                null);
    }

    private static DueDateForecast forecast(BusinessDate dueOn) {
        return new DueDateForecast(PLAN, ACTION, MILESTONE, FEBRUARY_13, dueOn);
    }

    @Nested
    class Recording_progress extends On_a_milestone {
        @Override
        ActionCommand command() {
            return progress(FEBRUARY_13, null);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added());
        }

        @Test
        void keeps_all_that_was_said() {
            given(before()).when(command()).then(progressed(FEBRUARY_13));
        }

        @Test
        void keeps_so_what_and_path_to_green_apart() {
            ErasableText soWhat = ErasableText.of("Families wait less");
            ErasableText path = ErasableText.of("Two more psychologists");
            given(before())
                    .when(new RecordProgress(
                            PLAN, ACTION, MILESTONE, null, NOTE, null, null, null, soWhat, null, path, null, null))
                    .then(new MilestoneProgressRecorded(
                            PLAN, ACTION, MILESTONE, TODAY, NOTE, null, null, soWhat, null, path, null, null, null));
        }

        @Test
        void starts_an_action_that_was_only_agreed_on_the_same_day() {
            given(agreed(), added())
                    .when(command())
                    .then(new ActionStarted(PLAN, ACTION, FEBRUARY_13, null), progressed(FEBRUARY_13));
        }

        @Test
        void again_in_the_same_words_records_nothing() {
            given(with(before(), progressed(FEBRUARY_13))).when(command()).thenNothingMore();
            given(with(before(), progressed(FEBRUARY_13), forecast(LATER)))
                    .when(progress(FEBRUARY_13, LATER))
                    .thenNothingMore();
        }

        @Test
        void on_another_day_is_recorded() {
            given(with(before(), progressed(FEBRUARY_13)))
                    .when(progress(TODAY, (BusinessDate) null))
                    .then(progressed(TODAY));
        }

        @Test
        void may_forecast_any_date_at_all() {
            given(before()).when(progress(FEBRUARY_13, LATER)).then(progressed(FEBRUARY_13), forecast(LATER));
            given(before())
                    .when(progress(FEBRUARY_13, date("2020")))
                    .then(progressed(FEBRUARY_13), forecast(date("2020")));
        }

        @Test
        void a_late_forecast_about_an_earlier_day_does_not_hide_that_the_same_is_said_anew() {
            DueDateForecast now = new DueDateForecast(PLAN, ACTION, MILESTONE, date("2025-02-20"), LATER);
            DueDateForecast late = new DueDateForecast(PLAN, ACTION, MILESTONE, date("2025-01-10"), DUE);
            given(with(before(), progressed(FEBRUARY_13), now, late))
                    .when(progress(date("2025-02-27"), DUE))
                    .then(
                            progressed(date("2025-02-27")),
                            new DueDateForecast(PLAN, ACTION, MILESTONE, date("2025-02-27"), DUE));
            given(with(before(), now, progressed(date("2025-01-10")), late))
                    .when(progress(date("2025-01-10"), DUE))
                    .thenNothingMore();
        }

        @Test
        void forecasts_only_what_differs_from_the_last_forecast() {
            given(with(before(), forecast(LATER)))
                    .when(progress(FEBRUARY_13, LATER))
                    .then(progressed(FEBRUARY_13));
            given(with(before(), progressed(FEBRUARY_13), forecast(LATER)))
                    .when(progress(FEBRUARY_13, DUE))
                    .then(progressed(FEBRUARY_13), forecast(DUE));
        }

        @Test
        void may_go_from_0_to_100_per_cent_and_no_further() {
            for (Integer possible : List.of(0, 100)) {
                given(before())
                        .when(progress(possible))
                        .then(new MilestoneProgressRecorded(
                                PLAN,
                                ACTION,
                                MILESTONE,
                                FEBRUARY_13,
                                NOTE,
                                possible,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
            }
            given(before()).when(progress(-1)).thenRefused("milestone.percent-out-of-range", "-1");
            given(before()).when(progress(101)).thenRefused("milestone.percent-out-of-range", "101");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before()).when(progress(TOMORROW, null)).thenRefused("effective-on.in-future", "1 March 2025");
        }

        @Test
        void is_refused_while_the_action_is_paused() {
            given(with(before(), paused())).when(command()).thenRefused("action.paused");
        }

        @Test
        void is_refused_once_the_action_is_delivered() {
            given(with(before(), claimed(), verified(), delivered()))
                    .when(command())
                    .thenRefused("action.not-in-progress");
        }

        @Test
        void is_refused_while_a_claim_waits() {
            given(with(before(), claimed())).when(command()).thenRefused("milestone.claim-pending");
        }

        @Test
        void is_refused_once_it_is_complete() {
            given(with(before(), claimed(), verified())).when(command()).thenRefused("milestone.complete", "reopen");
            given(with(before(), claimed(), verified(), embeddedMilestone()))
                    .when(command())
                    .thenRefused("milestone.complete");
        }

        @Test
        void is_possible_again_after_rejection_and_reopening() {
            given(with(before(), claimed(), rejected())).when(command()).then(progressed(FEBRUARY_13));
            given(with(before(), claimed(), verified(), reopened()))
                    .when(command())
                    .then(progressed(FEBRUARY_13));
        }
    }

    private static CompletionRejected rejected() {
        return new CompletionRejected(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null);
    }

    private static MilestoneReopened reopened() {
        return new MilestoneReopened(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null);
    }

    private static MilestoneEmbedded embeddedMilestone() {
        return new MilestoneEmbedded(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE);
    }

    private static ClaimCompletion claim(List<EvidenceId> evidence, ErasableText noEvidenceReason) {
        return new ClaimCompletion(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, evidence, noEvidenceReason);
    }

    @Nested
    class Claiming_completion extends On_a_milestone {
        @Override
        ActionCommand command() {
            return claim(List.of(EVIDENCE), null);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added());
        }

        @Test
        void counts_from_the_day_it_was_completed() {
            given(before()).when(command()).then(claimed());
        }

        @Test
        void starts_an_action_that_was_only_agreed() {
            given(agreed(), added())
                    .when(command())
                    .then(new ActionStarted(PLAN, ACTION, FEBRUARY_13, null), claimed());
        }

        @Test
        void may_say_why_there_is_no_evidence() {
            given(before())
                    .when(claim(List.of(), OTHER_NOTE))
                    .then(new CompletionClaimed(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, List.of(), OTHER_NOTE));
        }

        @Test
        void is_refused_with_neither_evidence_nor_a_reason_and_with_both() {
            given(before()).when(claim(List.of(), null)).thenRefused("milestone.evidence-or-reason");
            given(before()).when(claim(List.of(EVIDENCE), OTHER_NOTE)).thenRefused("milestone.evidence-or-reason");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(new ClaimCompletion(PLAN, ACTION, MILESTONE, TOMORROW, NOTE, List.of(EVIDENCE), null))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void in_the_same_words_by_the_same_person_records_nothing() {
            given(with(before(), claimed())).when(LEAD, command()).thenNothingMore();
        }

        @Test
        void is_refused_with_evidence_that_is_withdrawn() {
            Set<EvidenceId> withdrawn = new TreeSet<>(Set.of(EVIDENCE, new EvidenceId("EV-0")));
            in(plan(PlanState.PUBLISHED), withdrawn, before())
                    .when(command())
                    .thenRefused("milestone.evidence-withdrawn", "Evidence EV-0, " + EVIDENCE + " has been withdrawn");
        }

        @Test
        void stands_when_its_evidence_is_withdrawn_later() {
            in(plan(PlanState.PUBLISHED), Set.of(EVIDENCE), with(before(), claimed()))
                    .when(LEAD, command())
                    .thenNothingMore();
        }

        @Test
        void is_refused_while_another_claim_waits() {
            given(with(before(), claimed())).when(OTHER_LEAD, command()).thenRefused("milestone.claim-pending");
            given(with(before(), claimed()))
                    .when(LEAD, claim(List.of(), OTHER_NOTE))
                    .thenRefused("milestone.claim-pending");
        }

        @Test
        void is_refused_once_it_is_complete() {
            given(with(before(), claimed(), verified())).when(LEAD, command()).thenRefused("milestone.complete");
        }

        @Test
        void is_refused_while_the_action_is_paused() {
            given(with(before(), paused())).when(command()).thenRefused("action.paused");
        }

        @Test
        void is_possible_again_after_rejection_and_reopening() {
            given(with(before(), claimed(), rejected())).when(command()).then(claimed());
            given(with(before(), claimed(), verified(), reopened()))
                    .when(command())
                    .then(claimed());
        }
    }

    @Nested
    class Verifying_a_completion extends On_a_milestone {
        @Override
        ActionCommand command() {
            return new VerifyCompletion(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added(), claimed());
        }

        @Test
        void is_somebody_elses_to_do() {
            given(before())
                    .when(BOARD, command())
                    .then(new CompletionVerified(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE));
        }

        @Test
        void is_refused_to_the_one_who_claimed_it() {
            given(before()).when(LEAD, command()).thenRefused("milestone.claimant-cannot-verify", "somebody else");
        }

        @Test
        void is_refused_to_an_earlier_claimant_too() {
            given(before())
                    .given(BOARD, rejected())
                    .given(OTHER_LEAD, claimed())
                    .when(LEAD, command())
                    .thenRefused("milestone.claimant-cannot-verify");
        }

        @Test
        void is_refused_unless_somebody_claimed_it() {
            given(agreed(), started(), added()).when(BOARD, command()).thenRefused("milestone.not-claimed");
            given(with(before(), rejected())).when(BOARD, command()).thenRefused("milestone.not-claimed");
        }

        @Test
        void again_records_nothing() {
            given(with(before(), verified())).when(BOARD, command()).thenNothingMore();
            given(with(before(), verified(), embeddedMilestone()))
                    .when(BOARD, command())
                    .thenNothingMore();
        }

        @Test
        void is_possible_while_the_action_is_paused() {
            given(with(before(), paused()))
                    .when(BOARD, command())
                    .then(new CompletionVerified(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE));
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(BOARD, new VerifyCompletion(PLAN, ACTION, MILESTONE, TOMORROW, null))
                    .thenRefused("effective-on.in-future");
        }
    }

    @Nested
    class Rejecting_a_completion extends On_a_milestone {
        @Override
        ActionCommand command() {
            return new RejectCompletion(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added(), claimed());
        }

        @Test
        void records_the_reason() {
            given(before()).when(BOARD, command()).then(rejected());
        }

        @Test
        void is_refused_to_the_one_who_claimed_it() {
            given(before()).when(LEAD, command()).thenRefused("milestone.claimant-cannot-verify");
        }

        @Test
        void is_refused_unless_somebody_claimed_it() {
            given(agreed(), started(), added()).when(BOARD, command()).thenRefused("milestone.not-claimed");
            given(with(before(), verified())).when(BOARD, command()).thenRefused("milestone.not-claimed");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(BOARD, new RejectCompletion(PLAN, ACTION, MILESTONE, TOMORROW, NOTE))
                    .thenRefused("effective-on.in-future");
        }
    }

    @Nested
    class Embedding extends On_a_milestone {
        @Override
        ActionCommand command() {
            return new EmbedMilestone(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added(), claimed(), verified());
        }

        @Test
        void follows_verification() {
            given(before()).when(BOARD, command()).then(embeddedMilestone());
            given(with(before(), delivered())).when(BOARD, command()).then(embeddedMilestone());
        }

        @Test
        void is_refused_before_verification() {
            given(agreed(), started(), added()).when(command()).thenRefused("milestone.not-verified", "embedded");
            given(agreed(), started(), added(), claimed()).when(command()).thenRefused("milestone.not-verified");
        }

        @Test
        void again_records_nothing() {
            given(with(before(), embeddedMilestone())).when(command()).thenNothingMore();
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(new EmbedMilestone(PLAN, ACTION, MILESTONE, TOMORROW, null))
                    .thenRefused("effective-on.in-future");
        }
    }

    @Nested
    class Reopening extends On_a_milestone {
        @Override
        ActionCommand command() {
            return new ReopenMilestone(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added(), claimed(), verified());
        }

        @Test
        void records_the_reason() {
            given(before()).when(command()).then(reopened());
            given(with(before(), embeddedMilestone())).when(command()).then(reopened());
        }

        @Test
        void is_refused_before_verification() {
            given(agreed(), started(), added(), claimed())
                    .when(command())
                    .thenRefused("milestone.not-verified", "reopened");
        }

        @Test
        void is_refused_once_the_action_is_delivered() {
            given(with(before(), delivered())).when(command()).thenRefused("action.not-in-progress");
        }

        @Test
        void again_records_nothing() {
            given(with(before(), reopened())).when(command()).thenNothingMore();
        }

        @Test
        void stays_so_called_while_work_goes_on_so_that_the_action_stays_open() {
            given(with(before(), reopened(), progressed(FEBRUARY_13)))
                    .when(command())
                    .thenNothingMore();
            given(with(before(), reopened()))
                    .when(new ActionCommand.DeliverAction(PLAN, ACTION, FEBRUARY_13, null))
                    .thenRefused("action.milestone-open");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(new ReopenMilestone(PLAN, ACTION, MILESTONE, TOMORROW, NOTE))
                    .thenRefused("effective-on.in-future");
        }
    }

    @Nested
    class Assessing extends On_a_milestone {
        private final MilestoneAssessed assessed =
                new MilestoneAssessed(PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.SELF, Rating.OFF_TRACK, NOTE);

        @Override
        ActionCommand command() {
            return new AssessMilestone(PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.SELF, Rating.OFF_TRACK, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), added());
        }

        @Test
        void records_the_rating_and_whose_it_is() {
            given(before()).when(command()).then(assessed);
        }

        @Test
        void with_the_same_words_on_the_same_day_records_nothing() {
            given(with(before(), assessed)).when(command()).thenNothingMore();
        }

        @Test
        void stands_beside_what_others_say() {
            MilestoneAssessed own =
                    new MilestoneAssessed(PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.BOARD, Rating.ON_TRACK, null);
            given(with(before(), assessed))
                    .when(
                            BOARD,
                            new AssessMilestone(
                                    PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.BOARD, Rating.ON_TRACK, null))
                    .then(own);
            given(with(before(), assessed, own)).when(command()).thenNothingMore();
        }

        @Test
        void that_changes_is_recorded() {
            given(with(before(), assessed))
                    .when(new AssessMilestone(PLAN, ACTION, MILESTONE, null, Assessor.SELF, Rating.OFF_TRACK, NOTE))
                    .then(new MilestoneAssessed(PLAN, ACTION, MILESTONE, TODAY, Assessor.SELF, Rating.OFF_TRACK, NOTE));
        }

        @Test
        void as_somebody_else_is_refused() {
            given(before()).when(BOARD, command()).thenRefused("assessment.not-yours", "SELF", "workstream leads");
        }
    }

    @Nested
    class First_progress {
        @Test
        void leaves_other_milestones_as_they_are() {
            given(
                            agreed(),
                            started(),
                            added(),
                            new MilestoneAdded(PLAN, ACTION, SECOND, milestone("Second", null)),
                            claimed())
                    .when(new RecordProgress(
                            PLAN, ACTION, SECOND, FEBRUARY_13, NOTE, null, null, null, null, null, null, null, null))
                    .then(new MilestoneProgressRecorded(
                            PLAN, ACTION, SECOND, FEBRUARY_13, NOTE, null, null, null, null, null, null, null, null));
        }

        @Test
        void moves_a_planned_milestone_into_progress() {
            var state =
                    given(agreed(), started(), added(), progressed(FEBRUARY_13)).state();
            Assertions.assertThat(state.milestones().get(MILESTONE).state()).isEqualTo(MilestoneState.IN_PROGRESS);
        }
    }
}

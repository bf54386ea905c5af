package org.paptracker.command.action;

import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.Scenario.OTHER_LEAD;
import static org.paptracker.command.action.Examples.*;
import static org.paptracker.command.action.MilestoneDeciderTest.events;
import static org.paptracker.command.action.MilestoneDeciderTest.with;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.action.ActionCommand.ApproveRebaseline;
import org.paptracker.command.action.ActionCommand.ProposeRebaseline;
import org.paptracker.command.action.ActionCommand.RefuseRebaseline;
import org.paptracker.command.action.MilestoneDeciderTest.On_a_milestone;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.RebaselineReason;

class RebaselineDeciderTest {
    private static ProposeRebaseline propose(BusinessDate dueOn, RebaselineReason code, ErasableText reason) {
        return new ProposeRebaseline(PLAN, ACTION, MILESTONE, FEBRUARY_13, dueOn, code, reason);
    }

    private static RebaselineProposed proposed() {
        return new RebaselineProposed(PLAN, ACTION, MILESTONE, FEBRUARY_13, LATER, RebaselineReason.CAPACITY, NOTE);
    }

    private static RebaselineApproved approved() {
        return new RebaselineApproved(PLAN, ACTION, MILESTONE, FEBRUARY_13, LATER, null);
    }

    private static RebaselineRefused refused() {
        return new RebaselineRefused(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE);
    }

    @Nested
    class Proposing extends On_a_milestone {
        @Override
        ActionCommand command() {
            return propose(LATER, RebaselineReason.CAPACITY, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added());
        }

        @Test
        void records_the_date_and_why() {
            given(before()).when(command()).then(proposed());
        }

        @Test
        void counts_from_today_if_no_date_is_given() {
            given(before())
                    .when(new ProposeRebaseline(PLAN, ACTION, MILESTONE, null, LATER, RebaselineReason.FUNDING, NOTE))
                    .then(new RebaselineProposed(
                            PLAN, ACTION, MILESTONE, TODAY, LATER, RebaselineReason.FUNDING, NOTE));
        }

        @Test
        void is_possible_while_the_action_is_paused_and_where_there_was_no_date() {
            given(with(before(), paused())).when(command()).then(proposed());
            given(agreed(), new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone("Undated", null)))
                    .when(command())
                    .then(proposed());
        }

        @Test
        void is_refused_if_nothing_would_move() {
            given(before())
                    .when(propose(DUE, RebaselineReason.CAPACITY, NOTE))
                    .thenRefused("rebaseline.no-change", "April 2025");
            given(with(before(), proposed(), approved()))
                    .when(propose(LATER, RebaselineReason.FUNDING, NOTE))
                    .thenRefused("rebaseline.no-change", "31 July 2025");
        }

        @Test
        void may_go_back_to_the_first_date_after_it_moved() {
            given(with(before(), proposed(), approved()))
                    .when(propose(DUE, RebaselineReason.CAPACITY, NOTE))
                    .then(new RebaselineProposed(
                            PLAN, ACTION, MILESTONE, FEBRUARY_13, DUE, RebaselineReason.CAPACITY, NOTE));
        }

        @Test
        void in_the_same_words_by_the_same_person_records_nothing() {
            given(with(before(), proposed())).when(LEAD, command()).thenNothingMore();
        }

        @Test
        void is_refused_while_another_waits() {
            String code = "rebaseline.already-proposed";
            given(with(before(), proposed())).when(OTHER_LEAD, command()).thenRefused(code, "31 July 2025");
            given(with(before(), proposed()))
                    .when(propose(TOMORROW, RebaselineReason.CAPACITY, NOTE))
                    .thenRefused(code);
            given(with(before(), proposed()))
                    .when(propose(LATER, RebaselineReason.FUNDING, NOTE))
                    .thenRefused(code);
            given(with(before(), proposed()))
                    .when(propose(LATER, RebaselineReason.CAPACITY, OTHER_NOTE))
                    .thenRefused(code);
        }

        @Test
        void is_possible_again_after_a_decision() {
            given(with(before(), proposed(), refused())).when(command()).then(proposed());
        }

        @Test
        void is_refused_once_the_milestone_is_complete() {
            given(with(before(), claimed(), verified())).when(command()).thenRefused("milestone.complete");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(new ProposeRebaseline(
                            PLAN, ACTION, MILESTONE, TOMORROW, LATER, RebaselineReason.FUNDING, NOTE))
                    .thenRefused("effective-on.in-future");
        }
    }

    @Nested
    class Approving extends On_a_milestone {
        @Override
        ActionCommand command() {
            return new ApproveRebaseline(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added(), proposed());
        }

        @Test
        void approves_the_date_that_was_proposed() {
            given(before())
                    .when(BOARD, command())
                    .then(new RebaselineApproved(PLAN, ACTION, MILESTONE, FEBRUARY_13, LATER, NOTE));
        }

        @Test
        void is_refused_to_the_one_who_proposed_it() {
            given(before()).when(LEAD, command()).thenRefused("rebaseline.proposer-cannot-decide", "somebody else");
        }

        @Test
        void is_refused_if_nothing_waits() {
            String code = "rebaseline.none-proposed";
            given(agreed(), started(), added()).when(BOARD, command()).thenRefused(code);
            given(with(before(), approved())).when(BOARD, command()).thenRefused(code);
            given(with(before(), refused())).when(BOARD, command()).thenRefused(code);
        }

        @Test
        void is_refused_once_the_milestone_is_complete() {
            given(with(before(), claimed(), verified())).when(BOARD, command()).thenRefused("milestone.complete");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(BOARD, new ApproveRebaseline(PLAN, ACTION, MILESTONE, TOMORROW, null))
                    .thenRefused("effective-on.in-future");
        }
    }

    @Nested
    class Refusing extends On_a_milestone {
        @Override
        ActionCommand command() {
            return new RefuseRebaseline(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), added(), proposed());
        }

        @Test
        void records_the_reason() {
            given(before()).when(BOARD, command()).then(refused());
        }

        @Test
        void is_refused_to_the_one_who_proposed_it() {
            given(before()).when(LEAD, command()).thenRefused("rebaseline.proposer-cannot-decide");
        }

        @Test
        void is_refused_if_nothing_waits() {
            given(agreed(), started(), added()).when(BOARD, command()).thenRefused("rebaseline.none-proposed");
        }

        @Test
        void clears_away_a_proposal_for_a_milestone_that_is_complete() {
            given(with(before(), claimed(), verified())).when(BOARD, command()).then(refused());
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(BOARD, new RefuseRebaseline(PLAN, ACTION, MILESTONE, TOMORROW, NOTE))
                    .thenRefused("effective-on.in-future");
        }
    }
}

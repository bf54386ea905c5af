package org.paptracker.command.decision;

import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.Scenario.OFFICE;
import static org.paptracker.command.decision.Examples.*;

import java.util.Collections;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.decision.DecisionCommand.DeferDecision;
import org.paptracker.command.decision.DecisionCommand.ImplementDecision;
import org.paptracker.command.decision.DecisionCommand.MakeDecision;
import org.paptracker.command.decision.DecisionCommand.ProposeDecision;
import org.paptracker.command.decision.DecisionCommand.SupersedeDecision;
import org.paptracker.command.decision.DecisionCommand.WithdrawDecision;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DecisionEvent.DecisionWithdrawn;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionProposal;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanState;

class DecisionDeciderTest {
    private static MakeDecision put(DecisionDetails details) {
        return new MakeDecision(PLAN, DECISION, details);
    }

    /** Whatever else holds, these do for every command on a decision that has to exist. */
    private abstract static class On_a_decision {
        abstract DecisionCommand command(BusinessDate on);

        /** What the command then records. */
        abstract DecisionEvent recorded(BusinessDate on);

        @Test
        void is_recorded() {
            given(made()).when(command(FEBRUARY_13)).then(recorded(FEBRUARY_13));
        }

        @Test
        void is_possible_while_it_is_deferred() {
            given(made(), new DecisionDeferred(PLAN, DECISION, FEBRUARY_13, null, NOTE))
                    .when(command(TODAY))
                    .then(recorded(TODAY));
        }

        @Test
        void counts_from_today_if_no_date_is_given() {
            given(made()).when(command(null)).then(recorded(TODAY));
        }

        @Test
        void is_refused_in_an_unknown_plan() {
            in(PlanTerms.FOLD.initial()).when(command(null)).thenRefused("plan.unknown", "oxfordshire-pap");
        }

        @Test
        void is_refused_on_an_unknown_decision() {
            given().when(command(null)).thenRefused("decision.unknown", "D-01", "oxfordshire-pap");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.CLOSED), made()).when(command(null)).thenRefused("plan.ended", "closed");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(made()).when(command(TOMORROW)).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_for_a_day_before_it_was_made() {
            given(made()).when(command(BEFORE)).thenRefused("effective-on.before-start", "January 2025");
        }
    }

    @Nested
    class Proposing {
        private ProposeDecision propose(String title) {
            return new ProposeDecision(PLAN, DECISION, JANUARY, proposal(title));
        }

        @Test
        void records_what_the_board_is_asked_to_decide() {
            given().when(LEAD, propose("Sign a memorandum")).then(proposed());
            given().when(LEAD, new ProposeDecision(PLAN, DECISION, null, proposal("x")))
                    .then(new DecisionProposed(PLAN, DECISION, TODAY, proposal("x")));
        }

        @Test
        void again_in_the_same_words_records_nothing() {
            given(proposed()).when(OFFICE, propose("Sign a memorandum")).thenNothingMore();
            given(proposed(), made()).when(OFFICE, propose("Sign a memorandum")).thenNothingMore();
        }

        @Test
        void in_other_words_is_its_proposers_to_do() {
            given(proposed())
                    .when(OFFICE, propose("Sign two"))
                    .then(new DecisionProposed(PLAN, DECISION, JANUARY, proposal("Sign two")));
            given(proposed()).when(LEAD, propose("Sign two")).thenRefused("decision.already-proposed", "D-01");
        }

        @Test
        void is_refused_once_it_is_made_or_withdrawn() {
            given(made()).when(LEAD, propose("Sign two")).thenRefused("decision.already-made", "D-01");
            given(proposed(), made()).when(OFFICE, propose("Sign two")).thenRefused("decision.already-made");
            given(proposed(), new DecisionWithdrawn(PLAN, DECISION, TODAY, REASON))
                    .when(OFFICE, propose("Sign two"))
                    .thenRefused("decision.ended", "withdrawn");
        }

        @Test
        void names_only_what_its_plan_has() {
            ProposeDecision elsewhere = new ProposeDecision(
                    PLAN,
                    DECISION,
                    null,
                    new DecisionProposal(
                            NOTE,
                            NOTE,
                            new BoardCode("XYZ"),
                            Collections.emptySortedSet(),
                            Collections.emptySortedSet(),
                            Visibility.PUBLIC));
            given().when(elsewhere).thenRefused("decision.unknown-board", "XYZ");
        }

        @Test
        void is_refused_for_a_day_still_to_come_and_in_a_plan_that_has_ended() {
            given().when(new ProposeDecision(PLAN, DECISION, TOMORROW, proposal("x")))
                    .thenRefused("effective-on.in-future");
            in(plan(PlanState.CLOSED)).when(propose("x")).thenRefused("plan.ended");
            in(PlanTerms.FOLD.initial()).when(propose("x")).thenRefused("plan.unknown");
        }

        @Test
        void makes_no_decision_yet() {
            given(proposed())
                    .when(new ImplementDecision(PLAN, DECISION, null, NOTE))
                    .thenRefused("decision.not-made", "D-01");
            given(proposed())
                    .when(new DeferDecision(PLAN, DECISION, null, null, REASON))
                    .thenRefused("decision.not-made");
        }

        @Test
        void may_come_to_nothing() {
            given(proposed())
                    .when(BOARD, new WithdrawDecision(PLAN, DECISION, null, REASON))
                    .then(new DecisionWithdrawn(PLAN, DECISION, TODAY, REASON));
            given(proposed())
                    .when(BOARD, new WithdrawDecision(PLAN, DECISION, BEFORE, REASON))
                    .thenRefused("effective-on.before-start");
        }
    }

    @Nested
    class Making {
        private final DecisionDetails unattributed = details().withoutProposer();

        @Test
        void records_what_the_board_decided() {
            given(proposed()).when(BOARD, put(unattributed)).then(new DecisionMade(PLAN, DECISION, unattributed));
        }

        @Test
        void is_refused_if_nobody_has_proposed_it() {
            given().when(BOARD, put(unattributed)).thenRefused("decision.not-proposed", "D-01", "somebody else");
            given().when(BOARD, put(details())).thenRefused("decision.not-proposed");
        }

        @Test
        void is_refused_to_its_proposer_whatever_they_write_and_in_whatever_role() {
            Actor promoted = new Actor("office", "BOARD", "OCC");
            for (String said : new String[] {null, "office", " office "}) {
                DecisionDetails own = details("Own", JANUARY, null, said, "SIAB", "PA5", "T1");
                given(proposed()).when(promoted, put(own)).thenRefused("decision.proposer-cannot-decide", "D-01");
                given(proposed())
                        .given(BOARD, made())
                        .when(promoted, put(own))
                        .thenRefused("decision.proposer-cannot-decide");
            }
        }

        @Test
        void names_its_proposer_as_the_proposal_does_or_not_at_all() {
            DecisionDetails named = details("Sign", JANUARY, MAY, "office", "SIAB", "PA5", "T1");
            given(proposed()).when(BOARD, put(named)).then(new DecisionMade(PLAN, DECISION, named.withoutProposer()));
            // The o of the second is Greek.
            for (String other : new String[] {"lead-t1", "\u03bfffice", "Director of Children's Services"}) {
                given(proposed())
                        .when(BOARD, put(details("Sign", JANUARY, MAY, other, "SIAB", "PA5", "T1")))
                        .thenRefused("decision.proposer-contradicted", "D-01");
            }
        }

        @Test
        void again_with_other_content_amends_it() {
            given(made()).when(put(titled("Other"))).then(new DecisionAmended(PLAN, DECISION, titled("Other")));
            given(made(), deferred())
                    .when(put(titled("Other")))
                    .then(new DecisionAmended(PLAN, DECISION, titled("Other")));
        }

        @Test
        void again_with_the_same_content_records_nothing() {
            given(made()).when(put(details())).thenNothingMore();
            given(made(), implemented()).when(put(details())).thenNothingMore();
        }

        @Test
        void is_refused_once_it_is_done_or_superseded() {
            given(made(), implemented()).when(put(titled("Other"))).thenRefused("decision.ended", "implemented");
            given(made(), superseded()).when(put(titled("Other"))).thenRefused("decision.ended", "superseded");
        }

        @Test
        void from_before_proposals_is_amended_by_somebody_who_is_not_said_to_have_proposed_it() {
            DecisionDetails said = details("Own", JANUARY, null, " lead-t1 ", "SIAB", "PA5", "T1");
            given(made()).when(LEAD, put(said)).thenRefused("decision.proposer-cannot-decide", "D-01");
            given(made()).when(BOARD, put(said)).then(new DecisionAmended(PLAN, DECISION, said));
        }

        @Test
        void needs_no_due_date() {
            DecisionDetails bare = details("Bare", JANUARY, null, null, "SIAB", "PA5", "T1");
            given(proposed()).when(LEAD, put(bare)).then(new DecisionMade(PLAN, DECISION, bare));
        }

        @Test
        void is_refused_with_a_code_the_plan_does_not_have() {
            given().when(put(details("x", JANUARY, null, null, "XYZ", "PA5", "T1")))
                    .thenRefused("decision.unknown-board", "XYZ", "has SIAB");
            given().when(put(details("x", JANUARY, null, null, "SIAB", "PA9", "T1")))
                    .thenRefused("decision.unknown-area", "PA9");
            given().when(put(details("x", JANUARY, null, null, "SIAB", "PA5", "T9")))
                    .thenRefused("decision.unknown-theme", "T9");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given().when(put(details("x", TOMORROW, null, null, "SIAB", "PA5", "T1")))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_if_it_is_due_before_it_was_made() {
            given().when(put(details("x", JANUARY, BEFORE, null, "SIAB", "PA5", "T1")))
                    .thenRefused("decision.due-before-decided", "D-01");
        }

        @Test
        void is_refused_in_an_unknown_plan_and_in_one_that_has_ended() {
            in(PlanTerms.FOLD.initial()).when(put(details())).thenRefused("plan.unknown");
            in(plan(PlanState.SUPERSEDED)).when(put(details())).thenRefused("plan.ended");
        }
    }

    @Nested
    class Implementing extends On_a_decision {
        @Override
        DecisionCommand command(BusinessDate on) {
            return new ImplementDecision(PLAN, DECISION, on, NOTE);
        }

        @Override
        DecisionEvent recorded(BusinessDate on) {
            return new DecisionImplemented(PLAN, DECISION, on, NOTE);
        }

        @Test
        void again_records_nothing() {
            given(made(), implemented())
                    .when(new ImplementDecision(PLAN, DECISION, TODAY, REASON))
                    .thenNothingMore();
        }

        @Test
        void is_refused_once_it_is_superseded() {
            given(made(), superseded()).when(command(null)).thenRefused("decision.ended", "superseded");
        }
    }

    @Nested
    class Deferring extends On_a_decision {
        @Override
        DecisionCommand command(BusinessDate on) {
            return new DeferDecision(PLAN, DECISION, on, MAY, REASON);
        }

        @Override
        DecisionEvent recorded(BusinessDate on) {
            return new DecisionDeferred(PLAN, DECISION, on, MAY, REASON);
        }

        @Test
        void may_leave_open_until_when() {
            given(made())
                    .when(new DeferDecision(PLAN, DECISION, TODAY, null, REASON))
                    .then(new DecisionDeferred(PLAN, DECISION, TODAY, null, REASON));
        }

        @Test
        void again_until_the_same_day_for_the_same_reason_records_nothing() {
            given(made(), deferred()).when(command(null)).thenNothingMore();
        }

        @Test
        void again_until_another_day_or_for_another_reason_is_recorded() {
            given(made(), deferred())
                    .when(new DeferDecision(PLAN, DECISION, TODAY, null, REASON))
                    .then(new DecisionDeferred(PLAN, DECISION, TODAY, null, REASON));
            given(made(), deferred())
                    .when(new DeferDecision(PLAN, DECISION, TODAY, MAY, NOTE))
                    .then(new DecisionDeferred(PLAN, DECISION, TODAY, MAY, NOTE));
        }

        @Test
        void is_refused_until_a_day_that_is_over() {
            given(made())
                    .when(new DeferDecision(PLAN, DECISION, TODAY, FEBRUARY_13, REASON))
                    .thenRefused("decision.deferred-into-past", "D-01");
        }

        @Test
        void is_refused_once_it_is_done_or_superseded() {
            given(made(), implemented()).when(command(null)).thenRefused("decision.ended", "implemented");
            given(made(), superseded()).when(command(null)).thenRefused("decision.ended", "superseded");
            given(made(), deferred(), implemented()).when(command(null)).thenRefused("decision.ended");
        }
    }

    @Nested
    class Superseding extends On_a_decision {
        @Override
        DecisionCommand command(BusinessDate on) {
            return new SupersedeDecision(PLAN, DECISION, on, OTHER, null);
        }

        @Override
        DecisionEvent recorded(BusinessDate on) {
            return new DecisionSuperseded(PLAN, DECISION, on, OTHER, null);
        }

        @Test
        void by_the_same_again_records_nothing() {
            given(made(), superseded()).when(command(null)).thenNothingMore();
        }

        @Test
        void by_itself_is_refused() {
            given(made())
                    .when(new SupersedeDecision(PLAN, DECISION, null, DECISION, REASON))
                    .thenRefused("decision.supersedes-itself", "D-01");
        }

        @Test
        void is_refused_once_it_is_done_or_superseded_by_another() {
            given(made(), implemented()).when(command(null)).thenRefused("decision.ended", "implemented");
            given(made(), new DecisionSuperseded(PLAN, DECISION, TODAY, new DecisionId("D-03"), null))
                    .when(command(null))
                    .thenRefused("decision.ended", "superseded");
        }
    }

    @Nested
    class Withdrawing extends On_a_decision {
        @Override
        DecisionCommand command(BusinessDate on) {
            return new WithdrawDecision(PLAN, DECISION, on, REASON);
        }

        @Override
        DecisionEvent recorded(BusinessDate on) {
            return new DecisionWithdrawn(PLAN, DECISION, on, REASON);
        }

        private DecisionEvent withdrawn() {
            return recorded(TODAY);
        }

        @Test
        void is_possible_whatever_has_become_of_it() {
            given(made(), deferred()).when(command(null)).then(withdrawn());
            given(made(), implemented()).when(command(null)).then(withdrawn());
            given(made(), superseded()).when(command(null)).then(withdrawn());
        }

        @Test
        void again_records_nothing() {
            given(made(), withdrawn()).when(command(null)).thenNothingMore();
        }

        @Test
        void is_the_end_of_it() {
            given(made(), withdrawn()).when(put(titled("Other"))).thenRefused("decision.ended", "withdrawn");
            given(made(), withdrawn())
                    .when(new ImplementDecision(PLAN, DECISION, null, NOTE))
                    .thenRefused("decision.ended", "withdrawn");
        }
    }
}

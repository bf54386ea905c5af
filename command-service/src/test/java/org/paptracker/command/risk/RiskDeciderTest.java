package org.paptracker.command.risk;

import static org.paptracker.command.risk.Examples.*;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.risk.RiskCommand.AcceptRisk;
import org.paptracker.command.risk.RiskCommand.CloseRisk;
import org.paptracker.command.risk.RiskCommand.EscalateRisk;
import org.paptracker.command.risk.RiskCommand.IdentifyRisk;
import org.paptracker.command.risk.RiskCommand.PlanMitigation;
import org.paptracker.command.risk.RiskCommand.ReturnRisk;
import org.paptracker.command.risk.RiskCommand.ScoreRisk;
import org.paptracker.events.RiskEvent;
import org.paptracker.events.RiskEvent.MitigationPlanned;
import org.paptracker.events.RiskEvent.RiskAccepted;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.risk.RiskDetails;

class RiskDeciderTest {
    private static IdentifyRisk put(RiskDetails details) {
        return new IdentifyRisk(PLAN, RISK, details);
    }

    private static RiskEvent[] events(RiskEvent... events) {
        return events;
    }

    /** Whatever else holds, these do for every command on a risk that has to exist. */
    private abstract static class On_a_risk {
        abstract RiskCommand command(BusinessDate on);

        /** What has to have happened for the command to be possible. */
        abstract RiskEvent[] before();

        /** What the command then records. */
        abstract RiskEvent recorded(BusinessDate on);

        @Test
        void is_recorded() {
            given(before()).when(command(FEBRUARY_13)).then(recorded(FEBRUARY_13));
        }

        @Test
        void counts_from_today_if_no_date_is_given() {
            given(before()).when(command(null)).then(recorded(TODAY));
        }

        @Test
        void is_refused_in_an_unknown_plan() {
            in(PlanTerms.FOLD.initial()).when(command(null)).thenRefused("plan.unknown", "oxfordshire-pap");
        }

        @Test
        void is_refused_on_an_unknown_risk() {
            given().when(command(null)).thenRefused("risk.unknown", "R-01", "oxfordshire-pap");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.CLOSED), before()).when(command(null)).thenRefused("plan.ended", "closed");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before()).when(command(TOMORROW)).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_for_a_day_before_it_was_identified() {
            given(before()).when(command(BEFORE)).thenRefused("effective-on.before-start", "January 2025");
        }

        @Test
        void is_possible_on_any_day_if_nobody_knows_when_it_was_identified() {
            RiskEvent[] undated = before();
            undated[0] = new RiskIdentified(PLAN, RISK, details("Undated", null, "PA4", "T1"));
            given(undated).when(command(BEFORE)).then(recorded(BEFORE));
        }
    }

    /** And these, for every command but those that end it. */
    private abstract static class On_a_live_risk extends On_a_risk {
        @Test
        void is_refused_once_it_has_ended() {
            given(identified(), accepted()).when(command(null)).thenRefused("risk.ended", "R-01", "accepted");
            given(identified(), closed()).when(command(null)).thenRefused("risk.ended", "R-01", "closed");
        }
    }

    @Nested
    class Identifying {
        @Test
        void records_the_risk() {
            given().when(put(details())).then(new RiskIdentified(PLAN, RISK, details()));
        }

        @Test
        void may_be_without_a_date() {
            RiskDetails undated = details("Undated", null, "PA4", "T1");
            given().when(put(undated)).then(new RiskIdentified(PLAN, RISK, undated));
        }

        @Test
        void again_with_other_content_amends_it() {
            given(identified()).when(put(titled("Other"))).then(new RiskAmended(PLAN, RISK, titled("Other")));
            given(identified(), mitigated(), escalated())
                    .when(put(titled("Other")))
                    .then(new RiskAmended(PLAN, RISK, titled("Other")));
        }

        @Test
        void again_with_the_same_content_records_nothing() {
            given(identified()).when(put(details())).thenNothingMore();
            given(identified(), closed()).when(put(details())).thenNothingMore();
            given(identified(), new RiskAmended(PLAN, RISK, titled("Other")))
                    .when(put(titled("Other")))
                    .thenNothingMore();
        }

        @Test
        void is_refused_once_it_has_ended() {
            given(identified(), accepted()).when(put(titled("Other"))).thenRefused("risk.ended", "accepted");
            given(identified(), closed()).when(put(titled("Other"))).thenRefused("risk.ended", "closed");
        }

        @Test
        void is_refused_with_a_code_the_plan_does_not_have() {
            given().when(put(details("x", JANUARY, "PA9", "T1"))).thenRefused("risk.unknown-area", "PA9", "has PA4");
            given().when(put(details("x", JANUARY, "PA4", "T9"))).thenRefused("risk.unknown-theme", "T9");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given().when(put(details("x", TOMORROW, "PA4", "T1"))).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_in_an_unknown_plan_and_in_one_that_has_ended() {
            in(PlanTerms.FOLD.initial()).when(put(details())).thenRefused("plan.unknown");
            in(plan(PlanState.SUPERSEDED)).when(put(details())).thenRefused("plan.ended");
        }
    }

    @Nested
    class Scoring extends On_a_live_risk {
        @Override
        RiskCommand command(BusinessDate on) {
            return new ScoreRisk(PLAN, RISK, on, 4, 5, null);
        }

        @Override
        RiskEvent[] before() {
            return events(identified());
        }

        @Override
        RiskEvent recorded(BusinessDate on) {
            return new RiskScored(PLAN, RISK, on, 4, 5, null);
        }

        @ParameterizedTest
        @CsvSource({"0,3,likelihood", "6,3,likelihood", "-1,3,likelihood", "3,0,impact", "3,6,impact"})
        void is_refused_off_the_scale(int likelihood, int impact, String what) {
            given(before())
                    .when(new ScoreRisk(PLAN, RISK, null, likelihood, impact, null))
                    .thenRefused("risk.score-out-of-range", what, "from 1 to 5");
        }

        @ParameterizedTest
        @CsvSource({"1,1", "5,5", "1,5"})
        void is_possible_to_either_end_of_the_scale(int likelihood, int impact) {
            given(before())
                    .when(new ScoreRisk(PLAN, RISK, TODAY, likelihood, impact, TEXT))
                    .then(new RiskScored(PLAN, RISK, TODAY, likelihood, impact, TEXT));
        }

        @Test
        void again_the_same_records_nothing_and_on_another_day_is_another_score() {
            given(identified(), scored()).when(command(FEBRUARY_13)).thenNothingMore();
            given(identified(), scored()).when(command(TODAY)).then(recorded(TODAY));
        }
    }

    @Nested
    class Planning_a_mitigation extends On_a_live_risk {
        @Override
        RiskCommand command(BusinessDate on) {
            return new PlanMitigation(PLAN, RISK, on, TEXT, DUE);
        }

        @Override
        RiskEvent[] before() {
            return events(identified());
        }

        @Override
        RiskEvent recorded(BusinessDate on) {
            return new MitigationPlanned(PLAN, RISK, on, TEXT, DUE);
        }

        @Test
        void again_in_the_same_words_by_the_same_date_records_nothing() {
            given(identified(), mitigated()).when(command(null)).thenNothingMore();
            given(identified(), mitigated())
                    .when(new PlanMitigation(PLAN, RISK, TODAY, TEXT, null))
                    .then(new MitigationPlanned(PLAN, RISK, TODAY, TEXT, null));
            given(identified(), mitigated())
                    .when(new PlanMitigation(PLAN, RISK, TODAY, REASON, DUE))
                    .then(new MitigationPlanned(PLAN, RISK, TODAY, REASON, DUE));
        }
    }

    @Nested
    class Escalating extends On_a_live_risk {
        @Override
        RiskCommand command(BusinessDate on) {
            return new EscalateRisk(PLAN, RISK, on, BOARD, REASON);
        }

        @Override
        RiskEvent[] before() {
            return events(identified(), mitigated());
        }

        @Override
        RiskEvent recorded(BusinessDate on) {
            return new RiskEscalated(PLAN, RISK, on, BOARD, REASON);
        }

        @Test
        void is_refused_while_nothing_is_planned_against_it() {
            given(identified(), scored()).when(command(null)).thenRefused("risk.not-mitigated", "R-01");
        }

        @Test
        void is_refused_to_a_board_the_plan_does_not_have() {
            given(before())
                    .when(new EscalateRisk(PLAN, RISK, null, new BoardCode("XYZ"), REASON))
                    .thenRefused("risk.unknown-board", "XYZ", "PDG, SIAB");
        }

        @Test
        void again_to_the_same_board_records_nothing_even_with_a_new_mitigation() {
            given(identified(), mitigated(), escalated()).when(command(null)).thenNothingMore();
            given(identified(), mitigated(), escalated(), new MitigationPlanned(PLAN, RISK, TODAY, REASON, null))
                    .when(command(null))
                    .thenNothingMore();
        }

        @Test
        void goes_on_to_another_board() {
            given(identified(), mitigated(), escalated())
                    .when(new EscalateRisk(PLAN, RISK, TODAY, GROUP, REASON))
                    .then(new RiskEscalated(PLAN, RISK, TODAY, GROUP, REASON));
        }

        @Test
        void is_possible_again_once_it_was_given_back() {
            given(identified(), mitigated(), escalated(), returned())
                    .when(command(TODAY))
                    .then(recorded(TODAY));
        }
    }

    @Nested
    class Giving_back extends On_a_live_risk {
        @Override
        RiskCommand command(BusinessDate on) {
            return new ReturnRisk(PLAN, RISK, on, REASON);
        }

        @Override
        RiskEvent[] before() {
            return events(identified(), mitigated(), escalated());
        }

        @Override
        RiskEvent recorded(BusinessDate on) {
            return new RiskReturned(PLAN, RISK, on, REASON);
        }

        @Test
        void is_refused_if_it_is_with_no_board() {
            given(identified()).when(command(null)).thenRefused("risk.not-escalated", "R-01");
        }

        @Test
        void again_records_nothing() {
            given(identified(), mitigated(), escalated(), returned())
                    .when(command(null))
                    .thenNothingMore();
        }
    }

    @Nested
    class Accepting extends On_a_risk {
        @Override
        RiskCommand command(BusinessDate on) {
            return new AcceptRisk(PLAN, RISK, on, REASON);
        }

        @Override
        RiskEvent[] before() {
            return events(identified());
        }

        @Override
        RiskEvent recorded(BusinessDate on) {
            return new RiskAccepted(PLAN, RISK, on, REASON);
        }

        @Test
        void is_possible_while_it_is_with_a_board() {
            given(identified(), mitigated(), escalated()).when(command(TODAY)).then(recorded(TODAY));
        }

        @Test
        void again_records_nothing() {
            given(identified(), accepted())
                    .when(new AcceptRisk(PLAN, RISK, null, ErasableText.of("Other")))
                    .thenNothingMore();
        }

        @Test
        void is_refused_once_it_is_closed() {
            given(identified(), closed()).when(command(null)).thenRefused("risk.ended", "closed");
        }
    }

    @Nested
    class Closing extends On_a_risk {
        @Override
        RiskCommand command(BusinessDate on) {
            return new CloseRisk(PLAN, RISK, on, REASON);
        }

        @Override
        RiskEvent[] before() {
            return events(identified());
        }

        @Override
        RiskEvent recorded(BusinessDate on) {
            return new RiskClosed(PLAN, RISK, on, REASON);
        }

        @Test
        void is_possible_while_it_is_with_a_board() {
            given(identified(), mitigated(), escalated()).when(command(TODAY)).then(recorded(TODAY));
        }

        @Test
        void again_records_nothing() {
            given(identified(), closed())
                    .when(new CloseRisk(PLAN, RISK, null, ErasableText.of("Other")))
                    .thenNothingMore();
        }

        @Test
        void is_refused_once_it_is_accepted() {
            given(identified(), accepted()).when(command(null)).thenRefused("risk.ended", "accepted");
        }
    }
}

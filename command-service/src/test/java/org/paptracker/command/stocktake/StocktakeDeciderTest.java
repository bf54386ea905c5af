package org.paptracker.command.stocktake;

import static org.paptracker.command.stocktake.Examples.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.stocktake.StocktakeCommand.AnswerFinding;
import org.paptracker.command.stocktake.StocktakeCommand.CloseStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.FreezeStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.GiveFeedback;
import org.paptracker.command.stocktake.StocktakeCommand.Said;
import org.paptracker.command.stocktake.StocktakeCommand.ScheduleStocktake;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeDetails;

class StocktakeDeciderTest {

    @Nested
    class Scheduling {
        private ScheduleStocktake put(StocktakeDetails details) {
            return new ScheduleStocktake(PLAN, STOCKTAKE, details);
        }

        @Test
        void is_recorded() {
            given().when(put(titled("February stocktake"))).then(scheduled());
        }

        @Test
        void again_with_the_same_content_records_nothing() {
            given(scheduled()).when(put(titled("February stocktake"))).thenNothingMore();
            given(scheduled(), frozen()).when(put(titled("February stocktake"))).thenNothingMore();
        }

        @Test
        void again_with_other_content_amends_it() {
            given(scheduled())
                    .when(put(titled("Stocktake and deep dive")))
                    .then(new StocktakeAmended(PLAN, STOCKTAKE, titled("Stocktake and deep dive")));
        }

        @Test
        void is_refused_once_it_is_frozen() {
            given(scheduled(), frozen()).when(put(titled("Other"))).thenRefused("stocktake.frozen", "2025-02");
        }

        @Test
        void names_only_what_the_plan_has() {
            given().when(put(details("x", "PA9", "T1"))).thenRefused("stocktake.unknown-area", "PA9", "PA5");
            given().when(put(details("x", "PA5", "T9"))).thenRefused("stocktake.unknown-theme", "T9", "T1");
        }

        @Test
        void is_refused_in_an_unknown_or_ended_plan() {
            in(PlanTerms.FOLD.initial()).when(put(titled("x"))).thenRefused("plan.unknown", "oxfordshire-pap");
            in(plan(PlanState.CLOSED)).when(put(titled("x"))).thenRefused("plan.ended", "closed");
        }
    }

    @Nested
    class Freezing {
        private FreezeStocktake freeze(BusinessDate on) {
            return new FreezeStocktake(PLAN, STOCKTAKE, on, null);
        }

        @Test
        void sets_the_cut_off() {
            given(scheduled()).when(freeze(FEBRUARY_13)).then(frozen());
        }

        @Test
        void counts_from_today_if_no_day_is_given() {
            given(scheduled()).when(freeze(null)).then(new StocktakeFrozen(PLAN, STOCKTAKE, TODAY, null));
        }

        @Test
        void happens_once_whatever_comes_later() {
            given(scheduled(), frozen()).when(freeze(TODAY)).thenNothingMore();
            given(scheduled(), frozen(), formal(), closed()).when(freeze(TODAY)).thenNothingMore();
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(scheduled()).when(freeze(TOMORROW)).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_for_what_nobody_scheduled() {
            given().when(freeze(null)).thenRefused("stocktake.unknown", "2025-02", "oxfordshire-pap");
        }

        @Test
        void is_refused_in_an_unknown_or_ended_plan() {
            in(PlanTerms.FOLD.initial()).when(freeze(null)).thenRefused("plan.unknown");
            in(plan(PlanState.SUPERSEDED), scheduled()).when(freeze(null)).thenRefused("plan.ended");
        }
    }

    @Nested
    class Giving_feedback {
        private final Said worked = said(FindingKind.FINDING, "Much work");
        private final Said evidence = said(FindingKind.RECOMMENDATION, "Evidence the impact");

        @Test
        void is_recorded_with_its_findings_numbered() {
            given(scheduled(), frozen())
                    .when(feedback(FeedbackStage.FORMAL, worked, evidence))
                    .then(formal());
        }

        @Test
        void numbers_on_from_what_was_said_before() {
            given(scheduled(), frozen(), formal())
                    .when(feedback(FeedbackStage.FORMAL, said(FindingKind.FINDING, "More")))
                    .then(Examples.given(FeedbackStage.FORMAL, finding(3, FindingKind.FINDING, "More")));
        }

        @Test
        void may_be_a_summary_alone() {
            given(scheduled(), frozen())
                    .when(feedback(FeedbackStage.INITIAL))
                    .then(Examples.given(FeedbackStage.INITIAL));
        }

        @Test
        void may_be_findings_alone() {
            given(scheduled(), frozen())
                    .when(new GiveFeedback(PLAN, STOCKTAKE, FEBRUARY_20, FeedbackStage.INITIAL, null, List.of(worked)))
                    .then(new FeedbackGiven(
                            PLAN,
                            STOCKTAKE,
                            FEBRUARY_20,
                            FeedbackStage.INITIAL,
                            null,
                            List.of(finding(1, FindingKind.FINDING, "Much work"))));
        }

        @Test
        void is_refused_if_it_says_nothing() {
            given(scheduled(), frozen())
                    .when(new GiveFeedback(PLAN, STOCKTAKE, FEBRUARY_20, FeedbackStage.INITIAL, null, List.of()))
                    .thenRefused("stocktake.feedback-empty");
        }

        @Test
        void again_in_the_same_words_records_nothing_even_when_closed() {
            given(scheduled(), frozen(), formal())
                    .when(feedback(FeedbackStage.FORMAL, worked, evidence))
                    .thenNothingMore();
            given(scheduled(), frozen(), formal(), closed())
                    .when(feedback(FeedbackStage.FORMAL, worked, evidence))
                    .thenNothingMore();
        }

        @Test
        void in_the_same_words_at_another_stage_is_new() {
            given(scheduled(), frozen(), Examples.given(FeedbackStage.INITIAL))
                    .when(feedback(FeedbackStage.FORMAL))
                    .then(Examples.given(FeedbackStage.FORMAL));
        }

        @Test
        void is_refused_before_the_cut_off() {
            given(scheduled()).when(feedback(FeedbackStage.INITIAL)).thenRefused("stocktake.not-frozen", "2025-02");
        }

        @Test
        void is_not_initial_after_it_was_formal() {
            given(scheduled(), frozen(), formal())
                    .when(feedback(FeedbackStage.INITIAL))
                    .thenRefused("stocktake.formal-feedback-given");
        }

        @Test
        void is_refused_once_it_is_closed() {
            given(scheduled(), frozen(), formal(), closed())
                    .when(feedback(FeedbackStage.FORMAL))
                    .thenRefused("stocktake.closed");
        }

        @Test
        void is_refused_for_a_day_before_the_cut_off_or_still_to_come() {
            given(scheduled(), frozen())
                    .when(new GiveFeedback(PLAN, STOCKTAKE, FEBRUARY_12, FeedbackStage.INITIAL, SUMMARY, List.of()))
                    .thenRefused("effective-on.before-start");
            given(scheduled(), frozen())
                    .when(new GiveFeedback(PLAN, STOCKTAKE, TOMORROW, FeedbackStage.INITIAL, SUMMARY, List.of()))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void names_only_what_the_plan_has() {
            Said elsewhere = new Said(
                    FindingKind.FINDING,
                    SUMMARY,
                    details("x", "PA9", "T1").areas(),
                    details("x", "PA5", "T1").themes());
            given(scheduled(), frozen())
                    .when(feedback(FeedbackStage.INITIAL, elsewhere))
                    .thenRefused("stocktake.unknown-area", "PA9");
            Said otherTheme = new Said(
                    FindingKind.FINDING,
                    SUMMARY,
                    details("x", "PA5", "T1").areas(),
                    details("x", "PA5", "T9").themes());
            given(scheduled(), frozen())
                    .when(feedback(FeedbackStage.INITIAL, otherTheme))
                    .thenRefused("stocktake.unknown-theme", "T9");
        }

        @Test
        void is_still_taken_after_the_plan_has_ended() {
            in(plan(PlanState.SUPERSEDED), scheduled(), frozen())
                    .when(feedback(FeedbackStage.FORMAL, worked, evidence))
                    .then(formal());
        }

        @Test
        void is_refused_for_what_nobody_scheduled() {
            given().when(feedback(FeedbackStage.INITIAL)).thenRefused("stocktake.unknown");
            in(PlanTerms.FOLD.initial()).when(feedback(FeedbackStage.INITIAL)).thenRefused("plan.unknown");
        }
    }

    @Nested
    class Answering {
        @Test
        void is_recorded_with_the_actions_that_do_it() {
            given(scheduled(), frozen(), formal())
                    .when(answer(2, Answer.ACCEPTED, "PA5-01"))
                    .then(answered(2, Answer.ACCEPTED, "PA5-01"));
        }

        @Test
        void again_the_same_records_nothing() {
            given(scheduled(), frozen(), formal(), answered(2, Answer.ACCEPTED, "PA5-01"))
                    .when(answer(2, Answer.ACCEPTED, "PA5-01"))
                    .thenNothingMore();
        }

        @Test
        void otherwise_takes_the_earlier_answers_place() {
            given(scheduled(), frozen(), formal(), answered(2, Answer.ACCEPTED, "PA5-01"))
                    .when(answer(2, Answer.PARTLY_ACCEPTED, "PA5-01"))
                    .then(answered(2, Answer.PARTLY_ACCEPTED, "PA5-01"));
            given(scheduled(), frozen(), formal(), answered(2, Answer.ACCEPTED, "PA5-01"))
                    .when(answer(2, Answer.ACCEPTED, "PA5-02"))
                    .then(answered(2, Answer.ACCEPTED, "PA5-02"));
        }

        @Test
        void in_other_words_is_new() {
            AnswerFinding other =
                    new AnswerFinding(PLAN, STOCKTAKE, 2, FEBRUARY_20, Answer.ACCEPTED, SUMMARY, actions("PA5-01"));
            given(scheduled(), frozen(), formal(), answered(2, Answer.ACCEPTED, "PA5-01"))
                    .when(other)
                    .then(new FindingAnswered(
                            PLAN, STOCKTAKE, FEBRUARY_20, 2, Answer.ACCEPTED, SUMMARY, actions("PA5-01")));
        }

        @Test
        void a_recommendation_without_naming_an_action_is_refused() {
            given(scheduled(), frozen(), formal())
                    .when(answer(2, Answer.ACCEPTED))
                    .thenRefused("stocktake.recommendation-without-action", "2");
            given(scheduled(), frozen(), formal())
                    .when(answer(2, Answer.PARTLY_ACCEPTED))
                    .thenRefused("stocktake.recommendation-without-action");
        }

        @Test
        void a_recommendation_that_is_not_accepted_needs_none() {
            given(scheduled(), frozen(), formal())
                    .when(answer(2, Answer.NOT_ACCEPTED))
                    .then(answered(2, Answer.NOT_ACCEPTED));
        }

        @Test
        void a_finding_needs_none() {
            given(scheduled(), frozen(), formal())
                    .when(answer(1, Answer.ACCEPTED))
                    .then(answered(1, Answer.ACCEPTED));
        }

        @Test
        void what_nobody_found_is_refused() {
            given(scheduled(), frozen(), formal())
                    .when(answer(3, Answer.ACCEPTED))
                    .thenRefused("stocktake.unknown-finding", "3", "2");
            given(scheduled(), frozen()).when(answer(0, Answer.ACCEPTED)).thenRefused("stocktake.unknown-finding");
        }

        @Test
        void is_refused_for_a_day_before_the_feedback() {
            given(scheduled(), frozen(), formal())
                    .when(new AnswerFinding(PLAN, STOCKTAKE, 1, FEBRUARY_13, Answer.ACCEPTED, WORDS, actions()))
                    .thenRefused("effective-on.before-start");
        }

        @Test
        void is_refused_once_it_is_closed() {
            given(scheduled(), frozen(), formal(), answered(2, Answer.NOT_ACCEPTED), closed())
                    .when(answer(1, Answer.ACCEPTED))
                    .thenRefused("stocktake.closed");
        }

        @Test
        void is_still_taken_after_the_plan_has_ended() {
            in(plan(PlanState.CLOSED), scheduled(), frozen(), formal())
                    .when(answer(1, Answer.ACCEPTED))
                    .then(answered(1, Answer.ACCEPTED));
        }

        @Test
        void is_refused_for_what_nobody_scheduled() {
            given().when(answer(1, Answer.ACCEPTED)).thenRefused("stocktake.unknown");
        }
    }

    @Nested
    class Closing {
        private final CloseStocktake close = new CloseStocktake(PLAN, STOCKTAKE, null, null);

        @Test
        void is_recorded_once_every_recommendation_is_answered() {
            given(scheduled(), frozen(), formal(), answered(2, Answer.ACCEPTED, "PA5-01"))
                    .when(close)
                    .then(closed());
        }

        @Test
        void is_refused_while_a_recommendation_is_unanswered() {
            given(scheduled(), frozen(), formal(), answered(1, Answer.ACCEPTED))
                    .when(close)
                    .thenRefused("stocktake.recommendation-unanswered", "2");
        }

        @Test
        void is_refused_before_the_formal_feedback() {
            given(scheduled()).when(close).thenRefused("stocktake.no-formal-feedback", "2025-02");
            given(scheduled(), frozen()).when(close).thenRefused("stocktake.no-formal-feedback");
            given(scheduled(), frozen(), Examples.given(FeedbackStage.INITIAL))
                    .when(close)
                    .thenRefused("stocktake.no-formal-feedback");
        }

        @Test
        void again_records_nothing() {
            given(scheduled(), frozen(), formal(), answered(2, Answer.NOT_ACCEPTED), closed())
                    .when(close)
                    .thenNothingMore();
        }

        @Test
        void is_refused_for_a_day_before_the_last_feedback() {
            given(scheduled(), frozen(), formal(), answered(2, Answer.NOT_ACCEPTED))
                    .when(new CloseStocktake(PLAN, STOCKTAKE, FEBRUARY_13, null))
                    .thenRefused("effective-on.before-start");
        }

        @Test
        void counts_from_the_day_given() {
            given(scheduled(), frozen(), formal(), answered(2, Answer.NOT_ACCEPTED))
                    .when(new CloseStocktake(PLAN, STOCKTAKE, FEBRUARY_20, SUMMARY))
                    .then(new StocktakeClosed(PLAN, STOCKTAKE, FEBRUARY_20, SUMMARY));
        }

        @Test
        void is_refused_for_what_nobody_scheduled() {
            given().when(close).thenRefused("stocktake.unknown");
            in(PlanTerms.FOLD.initial()).when(close).thenRefused("plan.unknown");
        }
    }
}

package org.paptracker.command.stocktake;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.paptracker.command.Scenario;
import org.paptracker.command.platform.axon.Told;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.stocktake.StocktakeCommand.AnswerFinding;
import org.paptracker.command.stocktake.StocktakeCommand.CloseStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.FreezeStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.GiveFeedback;
import org.paptracker.command.stocktake.StocktakeCommand.Said;
import org.paptracker.command.stocktake.StocktakeCommand.ScheduleStocktake;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.Finding;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeDetails;
import org.paptracker.values.stocktake.StocktakeKind;

/** One stocktake, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final StocktakeCode STOCKTAKE = new StocktakeCode("2025-02");
    static final BusinessDate FEBRUARY_12 = date("2025-02-12");
    static final BusinessDate FEBRUARY_13 = date("2025-02-13");
    static final BusinessDate FEBRUARY_20 = date("2025-02-20");
    static final BusinessDate TOMORROW = date("2025-03-01");
    static final BusinessDate TODAY = BusinessDate.day(Scenario.TODAY);
    static final ErasableText SUMMARY = ErasableText.of("Better evidence the impact");
    static final ErasableText WORDS = ErasableText.of("We will");

    private Examples() {}

    static BusinessDate date(String text) {
        return BusinessDate.parse(text);
    }

    static PlanTerms plan(PlanState state) {
        return new PlanTerms(
                state, Set.of(new AreaCode("PA5")), Set.of(new ThemeCode("T1")), Set.of(), Set.of(), Set.of());
    }

    static Scenario<Stocktake, StocktakeCommand, StocktakeEvent> given(StocktakeEvent... events) {
        return in(plan(PlanState.PUBLISHED), events);
    }

    static Scenario<Stocktake, StocktakeCommand, StocktakeEvent> in(PlanTerms plan, StocktakeEvent... events) {
        return new Scenario<>(StocktakeDecider.RULES).under(plan).given(Scenario.OFFICE, events);
    }

    static StocktakeDetails titled(String title) {
        return details(title, "PA5", "T1");
    }

    static StocktakeDetails details(String title, String area, String theme) {
        return new StocktakeDetails(
                title,
                StocktakeKind.STOCKTAKE,
                date("2025-02"),
                List.of("Department for Education", "NHS England"),
                ErasableText.of("Progress and impact"),
                new TreeSet<>(List.of(new AreaCode(area))),
                new TreeSet<>(List.of(new ThemeCode(theme))),
                Visibility.REVIEWERS);
    }

    static StocktakeScheduled scheduled() {
        return new StocktakeScheduled(PLAN, STOCKTAKE, titled("February stocktake"));
    }

    static StocktakeFrozen frozen() {
        return new StocktakeFrozen(PLAN, STOCKTAKE, FEBRUARY_13, null);
    }

    static Said said(FindingKind kind, String wording) {
        return new Said(kind, ErasableText.of(wording), new TreeSet<>(List.of(new AreaCode("PA5"))), new TreeSet<>());
    }

    static Finding finding(int number, FindingKind kind, String wording) {
        Said said = said(kind, wording);
        return new Finding(number, kind, said.wording(), said.areas(), said.themes());
    }

    static GiveFeedback feedback(FeedbackStage stage, Said... findings) {
        return new GiveFeedback(PLAN, STOCKTAKE, FEBRUARY_20, stage, SUMMARY, List.of(findings));
    }

    static FeedbackGiven given(FeedbackStage stage, Finding... findings) {
        return new FeedbackGiven(PLAN, STOCKTAKE, FEBRUARY_20, stage, SUMMARY, List.of(findings));
    }

    /** One finding and one recommendation, given formally. */
    static FeedbackGiven formal() {
        return given(
                FeedbackStage.FORMAL,
                finding(1, FindingKind.FINDING, "Much work"),
                finding(2, FindingKind.RECOMMENDATION, "Evidence the impact"));
    }

    static SortedSet<ActionCode> actions(String... codes) {
        return Arrays.stream(codes).map(ActionCode::new).collect(Collectors.toCollection(TreeSet::new));
    }

    static AnswerFinding answer(int finding, Answer answer, String... actions) {
        return new AnswerFinding(PLAN, STOCKTAKE, finding, FEBRUARY_20, answer, WORDS, actions(actions));
    }

    static FindingAnswered answered(int finding, Answer answer, String... actions) {
        return new FindingAnswered(PLAN, STOCKTAKE, FEBRUARY_20, finding, answer, WORDS, actions(actions));
    }

    static StocktakeClosed closed() {
        return new StocktakeClosed(PLAN, STOCKTAKE, TODAY, null);
    }

    static Stream<DynamicTest> shell() {
        Told.To told = new Told.To(StocktakeAggregate.class, plan(PlanState.PUBLISHED));
        return Stream.of(
                told.given()
                        .when(new ScheduleStocktake(PLAN, STOCKTAKE, titled("February stocktake")))
                        .records(0, scheduled()),
                told.given(scheduled())
                        .when(new FreezeStocktake(PLAN, STOCKTAKE, FEBRUARY_13, null))
                        .records(1, frozen()),
                told.given(scheduled(), frozen())
                        .when(feedback(
                                FeedbackStage.FORMAL,
                                said(FindingKind.FINDING, "Much work"),
                                said(FindingKind.RECOMMENDATION, "Evidence the impact")))
                        .records(2, formal()),
                told.given(scheduled(), frozen(), formal())
                        .when(answer(2, Answer.ACCEPTED, "PA5-01"))
                        .records(3, answered(2, Answer.ACCEPTED, "PA5-01")),
                told.given(scheduled(), frozen(), formal(), answered(2, Answer.ACCEPTED, "PA5-01"))
                        .when(new CloseStocktake(PLAN, STOCKTAKE, null, null))
                        .records(4, closed()),
                told.given(scheduled(), frozen())
                        .when(feedback(FeedbackStage.INITIAL))
                        .isStale());
    }
}

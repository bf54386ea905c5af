package org.paptracker.query.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.STOCKTAKE;
import static org.paptracker.query.History.answered;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.effective;
import static org.paptracker.query.History.feedback;
import static org.paptracker.query.History.finding;
import static org.paptracker.query.History.frozen;
import static org.paptracker.query.History.look;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.scheduled;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.query.Story;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.stocktake.StocktakeView.CutOff;
import org.paptracker.values.ErasableText;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeKind;
import org.paptracker.values.stocktake.StocktakeState;

class StocktakeViewTest {
    private final Story story = new Story().by(OFFICE, plan(), scheduled(STOCKTAKE, StocktakeKind.STOCKTAKE, "PA1"));

    private StocktakeView stocktake() {
        return story.stocktake();
    }

    @Test
    void is_scheduled() {
        assertThat(stocktake().exists()).isTrue();
        assertThat(stocktake().state()).isEqualTo(StocktakeState.SCHEDULED);
        assertThat(stocktake().details().heldBy()).containsExactly("Department for Education", "NHS England");
        assertThat(stocktake().details().scope()).isEqualTo("Progress and its impact");
        assertThat(stocktake().cutOff()).isNull();
        assertThat(stocktake().unanswered()).isZero();
    }

    @Test
    void amending_changes_the_details_and_nothing_else() {
        StocktakeView before = stocktake();
        story.by(LEAD, new StocktakeAmended(PLAN, STOCKTAKE, look("Deep dive", StocktakeKind.DEEP_DIVE, "PA3")));

        assertThat(stocktake().details().kind()).isEqualTo(StocktakeKind.DEEP_DIVE);
        assertThat(stocktake())
                .usingRecursiveComparison()
                .ignoringFields("details", "stamp")
                .isEqualTo(before);
    }

    @Test
    void is_cut_off_just_before_the_entry_that_freezes_it() {
        story.by(LEAD, frozen(STOCKTAKE, "2025-02-13"));

        assertThat(stocktake().state()).isEqualTo(StocktakeState.FROZEN);
        assertThat(stocktake().cutOff())
                .isEqualTo(new CutOff(
                        story.position() - 1,
                        effective("2025-02-13"),
                        Instant.parse("2025-06-30T09:03:00Z"),
                        BY_LEAD,
                        null));
    }

    @Test
    void keeps_who_said_what_in_order() {
        story.by(
                OFFICE,
                frozen(STOCKTAKE, "2025-02-13"),
                feedback(STOCKTAKE, "2025-02-13", FeedbackStage.INITIAL, finding(1, FindingKind.FINDING, "Much work")));
        assertThat(stocktake().state()).isEqualTo(StocktakeState.INITIAL_FEEDBACK);

        story.by(
                LEAD,
                feedback(
                        STOCKTAKE,
                        "2025-04-01",
                        FeedbackStage.FORMAL,
                        finding(2, FindingKind.RECOMMENDATION, "Evidence it")));

        assertThat(stocktake().state()).isEqualTo(StocktakeState.FORMAL_FEEDBACK);
        assertThat(stocktake().course().feedback())
                .containsExactly(
                        new StocktakeView.Feedback(
                                FeedbackStage.INITIAL, date("2025-02-13"), "Better evidence the impact", BY_OFFICE),
                        new StocktakeView.Feedback(
                                FeedbackStage.FORMAL, date("2025-04-01"), "Better evidence the impact", BY_LEAD));
        assertThat(stocktake().findings()).extracting(Found::text).containsExactly("Much work", "Evidence it");
        assertThat(stocktake().findings())
                .extracting(Found::stage)
                .containsExactly(FeedbackStage.INITIAL, FeedbackStage.FORMAL);
        assertThat(stocktake().findings())
                .extracting(Found::on)
                .containsExactly(date("2025-02-13"), date("2025-04-01"));
    }

    @Test
    void a_recommendation_waits_for_an_answer_and_a_finding_does_not() {
        story.by(
                OFFICE,
                frozen(STOCKTAKE, "2025-02-13"),
                feedback(
                        STOCKTAKE,
                        "2025-02-13",
                        FeedbackStage.FORMAL,
                        finding(1, FindingKind.FINDING, "Much work"),
                        finding(2, FindingKind.RECOMMENDATION, "Evidence it"),
                        finding(3, FindingKind.RECOMMENDATION, "Listen")));
        assertThat(stocktake().unanswered()).isEqualTo(2);

        story.by(LEAD, answered(STOCKTAKE, "2025-03", 2, Answer.ACCEPTED, ACTION));

        assertThat(stocktake().unanswered()).isEqualTo(1);
        assertThat(stocktake().findings().get(1).response())
                .isEqualTo(new Found.Response(
                        date("2025-03"), Answer.ACCEPTED, "We will", new TreeSet<>(List.of(ACTION)), BY_LEAD));
        assertThat(stocktake().findings().get(2).response()).isNull();
    }

    @Test
    void a_later_answer_takes_the_place_of_the_earlier() {
        story.by(
                OFFICE,
                frozen(STOCKTAKE, "2025-02-13"),
                feedback(
                        STOCKTAKE,
                        "2025-02-13",
                        FeedbackStage.FORMAL,
                        finding(1, FindingKind.RECOMMENDATION, "Listen")),
                answered(STOCKTAKE, "2025-03", 1, Answer.NOT_ACCEPTED),
                answered(STOCKTAKE, "2025-04", 1, Answer.ACCEPTED, ACTION));

        Found.Response response = stocktake().findings().get(0).response();
        assertThat(response).isNotNull();
        assertThat(response.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(response.actions()).containsExactly(ACTION);
    }

    @Test
    void is_closed() {
        story.by(OFFICE, new StocktakeClosed(PLAN, STOCKTAKE, date("2025-05"), ErasableText.of("All answered")));

        assertThat(stocktake().state()).isEqualTo(StocktakeState.CLOSED);
        assertThat(stocktake().course().closure())
                .isEqualTo(new StocktakeView.Closure(date("2025-05"), "All answered", BY_OFFICE));
    }

    @Test
    void was_never_scheduled_if_only_what_came_later_counts() {
        assertThat(new Story()
                        .by(OFFICE, frozen(STOCKTAKE, "2025-02-13"))
                        .stocktake()
                        .exists())
                .isFalse();
    }

    @Test
    void is_stamped_with_its_last_event() {
        story.by(OFFICE, frozen(STOCKTAKE, "2025-02-13"));

        assertThat(stocktake().stamp()).isEqualTo(new Stamp(1, 3, Instant.parse("2025-06-30T09:03:00Z")));
    }
}

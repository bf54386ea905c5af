package org.paptracker.query.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.STOCKTAKE;
import static org.paptracker.query.History.answered;
import static org.paptracker.query.History.feedback;
import static org.paptracker.query.History.finding;
import static org.paptracker.query.History.frozen;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.scheduled;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.PartsOfAPlan;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeKind;
import tools.jackson.databind.JsonNode;

/** Over HTTP: one stocktake with formal feedback, one only scheduled. */
class StocktakesTest extends PartsOfAPlan {
    private static final StocktakeCode NEXT = new StocktakeCode("2025-07");

    private static long before;

    StocktakesTest() {
        super("stocktakes", "stocktake", "2025-02", "2025-07");
    }

    @BeforeAll
    static void tell() {
        before = service.position();
        service.append(
                List.of(
                        plan(),
                        scheduled(STOCKTAKE, StocktakeKind.STOCKTAKE, "PA1"),
                        scheduled(NEXT, StocktakeKind.DEEP_DIVE),
                        frozen(STOCKTAKE, "2025-02-13"),
                        feedback(
                                STOCKTAKE,
                                "2025-02-14",
                                FeedbackStage.FORMAL,
                                finding(1, FindingKind.FINDING, "Much work"),
                                finding(2, FindingKind.RECOMMENDATION, "Evidence the impact"))),
                OFFICE);
        service.append(List.of(answered(STOCKTAKE, "2025-02-20", 2, Answer.ACCEPTED, ACTION)), LEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "'',2025-02 2025-07",
        "?state=FORMAL_FEEDBACK,2025-02",
        "?state=SCHEDULED,2025-07",
        "?kind=DEEP_DIVE,2025-07",
        "?kind=DEEP_DIVE&state=FROZEN,"
    })
    void are_narrowed_to(String query, String found) {
        assertFound(query, found);
    }

    @Test
    void one_is_shown_whole_with_its_version() {
        HttpResponse<String> answer = service.get(ROOT + "/stocktakes/2025-02");
        JsonNode stocktake = service.parse(answer.body());

        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(stocktake.path("title").asString()).isEqualTo("STOCKTAKE");
        assertThat(stocktake.path("cutOff").path("position").asLong()).isEqualTo(before + 3);
        assertThat(stocktake.path("cutOff").path("day").asString()).isEqualTo("2025-02-13");
        assertThat(stocktake.path("unanswered").asLong()).isZero();
        JsonNode recommendation = stocktake.path("findings").path(1);
        assertThat(recommendation.path("text").asString()).isEqualTo("Evidence the impact");
        assertThat(recommendation.path("response").path("actions").path(0).asString())
                .isEqualTo(ACTION.value());
        assertThat(recommendation.path("response").path("by").asString()).isEqualTo("lead-t2");
        assertThat(answer.body()).doesNotContain("digest", "salt", "null");
    }

    @Test
    void are_shown_as_they_were_true_on_a_day() {
        JsonNode before = service.json(ROOT + "/stocktakes/2025-02?effectiveAt=2025-02-14");
        assertThat(before.path("state").asString()).isEqualTo("FORMAL_FEEDBACK");
        assertThat(before.path("unanswered").asLong()).isEqualTo(1);
        assertThat(service.json(ROOT + "/stocktakes/2025-02?effectiveAt=2025-02-12")
                        .path("state")
                        .asString())
                .isEqualTo("SCHEDULED");
    }

    @Test
    void is_a_moment_wherever_one_is_asked_for() {
        assertThat(service.json(ROOT + "/stocktakes/2025-02?knownAt=stocktake:2025-02")
                        .path("state")
                        .asString())
                .isEqualTo("SCHEDULED");
        assertThat(service.json(ROOT + "/stocktakes/2025-02?effectiveAt=stocktake:2025-02")
                        .path("state")
                        .asString())
                .isEqualTo("FROZEN");
        JsonNode since = service.json(ROOT + "/changes?from=stocktake:2025-02");
        assertThat(since.path("from").asLong()).isEqualTo(before + 3);
        assertThat(since.path("effectiveFrom").asString()).isEqualTo("2025-02-13");
        assertThat(since.has("effectiveTo")).isFalse();
        assertThat(StreamSupport.stream(since.path("items").path(0).path("said").spliterator(), false)
                        .map(said -> said.path("position").asLong()))
                .containsExactly(before + 4, before + 5, before + 6);
        assertThat(service.json(ROOT + "/changes?from=position:0&to=stocktake:2025-02")
                        .path("items")
                        .size())
                .isEqualTo(3);
        assertThat(service.get(ROOT + "/stocktakes?knownAt=stocktake:2025-07").statusCode())
                .as("it has no cut-off yet")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=DONE", "?kind=GLANCE", "?cursor=!"})
    void what_cannot_be_asked_is_400(String query) {
        assertThat(service.get(ROOT + "/stocktakes" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void are_in_the_history() {
        JsonNode entries =
                service.json(ROOT + "/audit?subject=stocktake:2025-02").path("items");
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .map(entry -> entry.path("sentence").asString()))
                .containsExactly(
                        "The stocktake 2025-02 had its finding 2 answered: accepted, to be done by PA3-01,"
                                + " effective 20 February 2025.",
                        "The stocktake 2025-02 was given formal feedback: findings 1, recommendations 1,"
                                + " effective 14 February 2025.",
                        "The stocktake 2025-02 was frozen at this place in the history, effective 13 February 2025.",
                        "The stocktake 2025-02 was scheduled: STOCKTAKE.");
    }
}

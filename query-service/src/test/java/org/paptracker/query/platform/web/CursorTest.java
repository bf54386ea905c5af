package org.paptracker.query.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import org.paptracker.values.NaturalOrder;
import tools.jackson.databind.JsonNode;

/** A cursor that is not whole, or not of this question, would leave things out, and nobody would notice. */
class CursorTest {
    private static final String PLAN = "/api/v1/plans/" + RandomHistory.plan(1);

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.tell(RandomHistory.interleaved(2, 400));
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String next(String question) {
        JsonNode page = service.json(question);
        assertThat(page.has("next")).as(page.toString()).isTrue();
        return page.path("next").asString();
    }

    private static void isRefused(String question, String cursor) {
        HttpResponse<String> answer = service.get(question + "&cursor=" + cursor);
        assertThat(answer.statusCode()).as(cursor + " " + answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"cursor\"", "next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actions?limit=1",
                "/milestones?limit=1",
                "/evidence?limit=1",
                "/evidence/gaps?limit=1",
                "/kpis?limit=1",
                "/voices?limit=1",
                "/risks?limit=1",
                "/decisions?limit=1",
                "/due-dates?limit=1",
                "/changes?from=position:0&limit=1"
            })
    void of_another_question_cut_or_altered_is_refused(String list) {
        String question = PLAN + list;
        String cursor = next(question);
        assertThat(service.get(question + "&cursor=" + cursor).statusCode()).isEqualTo(200);

        for (int length = 1; length < cursor.length(); length++) isRefused(question, cursor.substring(0, length));
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            isRefused(question, cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        isRefused(question + "&knownAt=2035-01-01", cursor);
        isRefused(question + "&effectiveAt=2025-01-01", cursor);
        isRefused(question.replace(PLAN, "/api/v1/plans/" + RandomHistory.plan(2)), cursor);
        isRefused(question, "aGVsbG8");
        isRefused(question, cursor + "A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=7", "limit=200"})
    void the_pages_may_be_of_different_lengths(String limit) {
        String cursor = next(PLAN + "/actions?limit=1");
        assertThat(service.get(PLAN + "/actions?" + limit + "&cursor=" + cursor).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actions", "/milestones", "/evidence", "/risks", "/decisions"})
    void lists_are_in_the_order_in_which_people_count(String list) {
        List<String> codes = service.json(PLAN + list + "?limit=200")
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
        assertThat(codes).isSortedAccordingTo(NaturalOrder.OF_TEXTS);
    }
}

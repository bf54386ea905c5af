package org.paptracker.query.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.plan;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.QueryService;
import org.springframework.mock.web.MockHttpServletRequest;

class StrangeQuestionsTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared(StrangeQuestionsTest.class);
        service.append(List.of(plan()), OFFICE);
    }

    private static void refused(String path, String field) {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(service.parse(response.body())
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "2147483648", "1e2", "NaN", "%00", "%E2%80%AE1"})
    void a_page_has_one_to_two_hundred_items(String limit) {
        refused(ROOT + "/actions?limit=" + limit, "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "a b", "%F0%9F%99%82", "YQ==="})
    void a_cursor_is_of_an_earlier_answer(String cursor) {
        refused(ROOT + "/actions?cursor=" + cursor.replace(" ", "%20"), "cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2B999999999-12-31",
                "-999999999-01-01",
                "0000-00-00",
                "2025-Q9",
                "2025-02-30",
                "%2B1000000000-12-31T23:59:59.999999999Z",
                "2025-02-13T25:00:00Z",
                "position:-1",
                "position:99999999999999999999",
                "position:%D9%A1",
                "stocktake:",
                "stocktake:..%3F",
                "T",
                ":"
            })
    void a_moment_is_one_that_there_can_be(String moment) {
        refused(ROOT + "/actions?knownAt=" + moment, "knownAt");
        refused(ROOT + "/actions?effectiveAt=" + moment, "effectiveAt");
        refused(ROOT + "/changes?from=" + moment, "from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "-999999999-01-01", "0000-00-00", "2025-02-30", "2025-2-3", "today"})
    void a_day_is_one_of_the_calendar(String day) {
        refused(ROOT + "/audit?to=" + day, "to");
        refused(ROOT + "/audit?from=" + day, "from");
        refused(ROOT + "/actions?dueBefore=" + day, "dueBefore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z", "9999-12-31", "0000-01-01"})
    void a_moment_far_away_is_one_all_the_same(String moment) {
        assertThat(service.get(ROOT + "/actions?effectiveAt=" + moment).statusCode())
                .isIn(200, 400);
        assertThat(service.get(ROOT + "/actions?knownAt=" + moment).statusCode())
                .isIn(200, 400, 404);
    }

    @Test
    void parameters_that_cannot_be_read_are_malformed_wherever_they_are_read_first() {
        for (String path : List.of(ROOT + "/actions?=1", "/sign-in?=1", "/account?=1")) {
            HttpResponse<String> response = service.get(path);
            assertThat(response.statusCode()).as(path).isLessThan(500);
            assertThat(response.body()).doesNotContain("Exception");
        }
    }

    @Test
    void an_answer_in_another_character_set_cannot_be_had() {
        for (String path : List.of(ROOT + "/audit", ROOT + "/actions")) {
            HttpResponse<String> response = service.get(path, "Accept", "application/json;charset=UTF-16");
            assertThat(response.statusCode()).as(path).isIn(200, 406);
            assertThat(response.body()).contains(response.statusCode() == 200 ? "\"items\"" : "request.not-acceptable");
        }
    }

    @Test
    void what_reads_much_of_the_history_counts_as_ten() {
        ExpensiveQuestions cost = new ExpensiveQuestions();
        for (String path : List.of(
                "/api/v1/audit/export",
                "/api/v1/audit/export/texts",
                ROOT + "/changes",
                ROOT + "/reports/assurance",
                ROOT + "/stocktakes/2025-02/pack")) {
            assertThat(cost.of(question(path))).as(path).isEqualTo(10);
        }
        MockHttpServletRequest verifying = question("/api/v1/audit/verification");
        verifying.setMethod("POST");
        assertThat(cost.of(verifying)).isEqualTo(10);
        for (String path : List.of(
                "/api/v1/audit/verification", "/api/v1/audit/verifications", ROOT, ROOT + "/stocktakes/2025-02")) {
            assertThat(cost.of(question(path))).as(path).isZero();
        }
        MockHttpServletRequest asAt = question(ROOT + "/actions");
        asAt.addParameter("knownAt", "2025-02-13");
        assertThat(cost.of(asAt)).isEqualTo(10);
    }

    private static MockHttpServletRequest question(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }
}

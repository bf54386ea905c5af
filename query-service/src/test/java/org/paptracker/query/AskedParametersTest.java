package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.query.gaps.GapKind;

/** A filter with a slip of the keyboard would answer with everything, and look like an answer. */
class AskedParametersTest {
    private static final String PLAN = "/api/v1/plans/" + History.PLAN.value();

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared(AskedParametersTest.class);
        service.append(List.of(History.plan()), History.OFFICE);
        service.awaitViews();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/actions?states=PAUSED | states | takes",
                "/actions?State=PAUSED | State | write it state",
                "/actions?state= | state | is empty",
                "/milestones?overdue | overdue | is empty",
                "/milestones?overdue=true&overdue=true | overdue | is given 2 times",
                "/actions?knownAt=2025-01-01&knownAt=2025-01-02 | knownAt | is given 2 times",
                "/actions?knownat=2025-01-01 | knownat | write it knownAt",
                "/audit?subject=&acrossPlans=true | subject | is empty",
                "/audit?cursor=5 | cursor | takes",
                "/progress?by=%20 | by | is empty",
                "/changes?from=2025-01-01&limt=5 | limt | takes"
            })
    void what_is_unknown_empty_or_given_twice_is_refused(String question, String parameter, String words) {
        HttpResponse<String> answer = service.get(PLAN + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + parameter + "\"", words);
    }

    @Test
    void a_list_can_be_given_one_by_one() {
        String question = "/evidence/gaps?kind=%s&kind=%s".formatted(GapKind.STALE, GapKind.OUTPUT_ONLY);
        assertThat(service.get(PLAN + question).statusCode()).isEqualTo(200);
    }

    @Test
    void who_asks_for_what_is_not_there_hears_what_is_wrong_with_the_question() {
        assertThat(service.get("/api/v1/plans?colour=red").statusCode()).isEqualTo(400);
    }
}

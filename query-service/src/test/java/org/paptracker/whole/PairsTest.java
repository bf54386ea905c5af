package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.plan;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paptracker.query.QueryService;
import org.paptracker.whole.Pairs.Asked;

/** No two parameters together break an address of the query-service. */
class PairsTest {
    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared(PairsTest.class);
        service.append(List.of(plan()), OFFICE);
    }

    @Test
    void every_answer_is_one_or_says_what_is_wrong_with_the_question() {
        List<Asked> all = Pairs.of(
                service.parse(service.get("reviewer", "/v3/api-docs").body()),
                Map.of("plan", service.plan(), "projection", "actions", "stocktake", "2025-02"),
                Tally.LONG ? 20 : 1);
        assertThat(all)
                .hasSizeGreaterThan(1_000)
                .anyMatch(asked ->
                        asked.target().contains("/audit?") && asked.target().contains("subject=&acrossPlans="));
        List<String> wrong = new ArrayList<>();
        for (Asked asked : all) {
            if (asked.method().equals("POST")) continue; // a replay, or a verification: the same checks, and slow
            HttpResponse<String> answer = ask("reviewer", asked);
            if (answer.statusCode() == 403) answer = ask("office", asked);
            if (answer.statusCode() >= 500 || answer.statusCode() == 403)
                wrong.add(asked + ": " + answer.statusCode() + " " + answer.body());
        }
        System.out.println("Pairs of parameters: " + all.size());

        assertThat(wrong).isEmpty();
    }

    private static HttpResponse<String> ask(String user, Asked asked) {
        return service.send(service.request(asked.target())
                .header("Authorization", service.basic(user))
                .method(asked.method(), HttpRequest.BodyPublishers.noBody())
                .build());
    }
}

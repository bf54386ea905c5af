package org.paptracker.command.stocktake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.values.Visibility;

class StocktakeApiTest {
    private static final String STOCKTAKE = """
            {"title": "Stocktake and deep dive", "kind": "STOCKTAKE", "heldOn": "2025-02",
             "heldBy": ["Department for Education", "NHS England"], "areas": ["PA3"], "themes": ["T1"]}""";
    private static final String FORMAL = """
            {"effectiveOn": "2025-02-28", "stage": "FORMAL", "summary": "Progress, and too little proof",
             "findings": [{"kind": "FINDING", "text": "Much work"},
                          {"kind": "RECOMMENDATION", "text": "Evidence the impact", "areas": ["PA3"]}]}""";

    private final CommandService service = CommandService.shared();

    private String stocktake() {
        String path = service.plan() + "/stocktakes/2025-02";
        service.put("office", path, STOCKTAKE).is(201);
        return path;
    }

    private String frozen() {
        String path = stocktake();
        service.post("office", path + "/freeze", "{\"effectiveOn\": \"2025-02-12\"}")
                .is(200);
        return path;
    }

    private static String stream(String path) {
        return path.replace("/api/v1/plans/", "stocktake:").replace("/stocktakes/", "/");
    }

    @Test
    void is_created_with_201_and_put_again_is_200_and_no_event() {
        String path = stocktake();
        long before = service.position();
        Answer again = service.put("office", path, STOCKTAKE).is(200);
        assertThat(again.json().path("code").asString()).isEqualTo("2025-02");
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
        assertThat(service.position()).isEqualTo(before);
        StocktakeScheduled scheduled =
                (StocktakeScheduled) service.stream(stream(path)).get(0).getPayload();
        assertThat(scheduled.details().visibility()).isEqualTo(Visibility.REVIEWERS);
        assertThat(scheduled.details().heldBy()).containsExactly("Department for Education", "NHS England");
    }

    @Test
    void goes_through_its_whole_life() {
        String path = frozen();
        service.put("office", path, STOCKTAKE.replace("deep", "shallow")).is(409, "stocktake.frozen");
        service.post("office", path + "/findings", FORMAL).is(409, "stocktake.organiser-cannot-find");
        service.post("reviewer", path + "/findings", "{\"stage\": \"INITIAL\", \"summary\": \"At first sight\"}")
                .is(200);
        service.post("office", path + "/closure", "{}").is(409, "stocktake.no-formal-feedback");
        service.post("reviewer", path + "/findings", FORMAL).is(200);
        service.post("office", path + "/closure", "{}").is(409, "stocktake.recommendation-unanswered");
        String answer = "{\"answer\": \"ACCEPTED\", \"text\": \"We will\", \"actions\": [\"PA3-01\"]}";
        service.post("office", path + "/findings/2/response", answer.replace("[\"PA3-01\"]", "[]"))
                .is(409, "stocktake.recommendation-without-action");
        service.post("office", path + "/findings/7/response", answer).is(404, "stocktake.unknown-finding");
        service.post("office", path + "/findings/2/response", answer).is(200);
        service.post("office", path + "/findings/2/response", answer).is(200);
        service.post("office", path + "/closure", "{}").is(409, "stocktake.answerer-cannot-close");
        Answer closed =
                service.post("board", path + "/closure", "{\"note\": \"Done\"}").is(200);
        assertThat(closed.header("ETag")).isEqualTo("\"5\"");
        service.post("reviewer", path + "/findings", FORMAL.replace("Progress", "Delay"))
                .is(409, "stocktake.closed");
    }

    @Test
    void numbers_its_findings() {
        String path = frozen();
        service.post("reviewer", path + "/findings", FORMAL).is(200);
        FeedbackGiven given =
                (FeedbackGiven) service.stream(stream(path)).get(2).getPayload();
        assertThat(given.findings()).extracting(finding -> finding.number()).containsExactly(1, 2);
    }

    @Test
    void takes_feedback_only_on_what_is_frozen() {
        String path = stocktake();
        service.post("reviewer", path + "/findings", FORMAL).is(409, "stocktake.not-frozen");
        service.post("office", path + "/freeze", "{\"effectiveOn\": \"2025-02-12\"}")
                .is(200);
        service.post("reviewer", path + "/findings", "{\"stage\": \"INITIAL\"}").is(409, "stocktake.feedback-empty");
        service.post("reviewer", path + "/findings", FORMAL.replace("PA3", "PA9"))
                .is(409, "stocktake.unknown-area");
        service.post("reviewer", path + "/findings", FORMAL).is(200);
        service.post("reviewer", path + "/findings", "{\"stage\": \"INITIAL\", \"summary\": \"Late\"}")
                .is(409, "stocktake.formal-feedback-given");
    }

    @Test
    void lets_a_reviewer_say_what_was_found_and_nothing_else() {
        String path = frozen();
        service.put("reviewer", path, STOCKTAKE).is(403, "request.forbidden");
        service.post("reviewer", path + "/freeze", "{}").is(403, "request.forbidden");
        service.post("reviewer", path + "/findings/1/response", "{}").is(403, "request.forbidden");
        service.post("reviewer", path + "/closure", "{}").is(403, "request.forbidden");
        service.post("metrics", path + "/findings", FORMAL).is(403, "request.forbidden");
    }

    @Test
    void that_does_not_exist_is_404() {
        service.post("office", service.plan() + "/stocktakes/x/freeze", "{}").is(404, "stocktake.unknown");
        service.put("office", "/api/v1/plans/nowhere/stocktakes/x", STOCKTAKE).is(404, "plan.unknown");
    }

    @Test
    void names_every_field_that_is_missing() {
        Answer answer =
                service.put("office", service.plan() + "/stocktakes/x", "{}").is(400, "request.missing-field");
        for (String field : new String[] {"title", "kind", "heldBy"}) {
            assertThat(answer.error(field)).isEqualTo("is missing");
        }
        Answer finding = service.post("office", frozen() + "/findings", "{\"stage\": \"INITIAL\", \"findings\": [{}]}")
                .is(400, "request.missing-field");
        assertThat(finding.error("findings[0].kind")).isEqualTo("is missing");
        assertThat(finding.error("findings[0].text")).isEqualTo("is missing");
    }

    @Test
    void a_finding_is_named_by_its_number() {
        service.post("office", frozen() + "/findings/first/response", "{}").is(400, "request.wrong-type");
    }

    @Test
    void a_stale_version_is_412() {
        String path = frozen();
        service.post("office", path + "/findings", FORMAL, "If-Match", "\"0\"").is(412, "stream.changed");
        service.post("reviewer", path + "/findings", FORMAL, "If-Match", "\"1\"")
                .is(200);
    }
}

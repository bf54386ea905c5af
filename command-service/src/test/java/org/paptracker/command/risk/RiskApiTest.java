package org.paptracker.command.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.values.Visibility;

class RiskApiTest {
    private static final String RISK = """
            {"title": "Funding runs out", "identifiedOn": "2025-01", "cause": "A growing deficit",
             "event": "No money is left", "effect": "Fewer places", "ownerRole": "Director of Finance",
             "areas": ["PA3"], "themes": ["T1"], "response": "REDUCE"}""";
    private static final String REASON = "{\"effectiveOn\": \"2025-02-13\", \"reason\": \"As said\"}";

    private final CommandService service = CommandService.shared();

    private static String stream(String risk) {
        return risk.replace("/api/v1/plans/", "risk:").replace("/risks/", "/");
    }

    private String risk() {
        String path = service.plan() + "/risks/R-01";
        service.put("office", path, RISK).is(201);
        return path;
    }

    @Test
    void is_created_with_201_and_put_again_is_200_and_no_event() {
        String path = service.plan() + "/risks/R-01";
        service.put("office", path, RISK).is(201);
        long before = service.position();
        Answer again = service.put("office", path, RISK).is(200);
        assertThat(again.json().path("code").asString()).isEqualTo("R-01");
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
        assertThat(service.position()).isEqualTo(before);
        RiskIdentified identified =
                (RiskIdentified) service.stream(stream(path)).get(0).getPayload();
        assertThat(identified.details().visibility()).isEqualTo(Visibility.PARTNERSHIP);
        assertThat(identified.details().effect()).isNotNull();
    }

    @Test
    void goes_through_its_whole_life() {
        String path = risk();
        service.post("office", path + "/escalation", "{\"to\": \"SIAB\", \"reason\": \"Too big\"}")
                .is(409, "risk.not-mitigated");
        service.post("office", path + "/scores", "{\"effectiveOn\": \"2025-02-13\", \"likelihood\": 4, \"impact\": 5}")
                .is(200);
        service.post("office", path + "/return", REASON).is(409, "risk.not-escalated");
        service.post("office", path + "/mitigations", "{\"text\": \"A recovery plan\", \"dueOn\": \"2025-09\"}")
                .is(200);
        service.post("office", path + "/escalation", "{\"to\": \"PDG\", \"reason\": \"Too big\"}")
                .is(409, "risk.unknown-board");
        service.post("office", path + "/escalation", "{\"to\": \"SIAB\", \"reason\": \"Too big\"}")
                .is(200);
        service.post("board", path + "/return", REASON).is(200);
        Answer last = service.post("office", path + "/closure", REASON).is(200);
        assertThat(last.header("ETag")).isEqualTo("\"5\"");
        service.post("board", path + "/acceptance", REASON).is(409, "risk.ended");
    }

    @Test
    void can_be_accepted() {
        String path = risk();
        service.post("board", path + "/acceptance", REASON).is(200);
        service.post("office", path + "/closure", REASON).is(409, "risk.ended");
    }

    @Test
    void is_scored_on_the_scale_in_whole_numbers() {
        String path = risk();
        service.post("office", path + "/scores", "{\"likelihood\": 6, \"impact\": 5}")
                .is(409, "risk.score-out-of-range");
        service.post("office", path + "/scores", "{\"likelihood\": 2.5, \"impact\": 5}")
                .is(400);
        assertThat(service.post("office", path + "/scores", "{\"likelihood\": 5}")
                        .is(400, "request.missing-field")
                        .error("impact"))
                .isEqualTo("is missing");
    }

    @Test
    void that_does_not_exist_is_404() {
        service.post("office", service.plan() + "/risks/x/closure", REASON).is(404, "risk.unknown");
        service.put("office", "/api/v1/plans/nowhere/risks/x", RISK).is(404, "plan.unknown");
    }

    @Test
    void names_only_what_its_plan_has() {
        String path = service.plan() + "/risks/x";
        service.put("office", path, RISK.replace("\"PA3\"", "\"PA9\"")).is(409, "risk.unknown-area");
        service.put("office", path, RISK.replace("\"T1\"", "\"T9\"")).is(409, "risk.unknown-theme");
    }

    @Test
    void of_an_impossible_code_is_400() {
        assertThat(service.put("office", service.plan() + "/risks/-x", RISK)
                        .is(400, "request.invalid-value")
                        .error("risk"))
                .startsWith("must be a code");
    }

    @Test
    void a_stale_version_is_412() {
        String path = risk();
        service.post("office", path + "/closure", REASON, "If-Match", "\"3\"").is(412, "stream.changed");
        service.post("office", path + "/closure", REASON, "If-Match", "\"0\"").is(200);
    }
}

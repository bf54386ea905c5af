package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.http.Partnership.evidence;
import static org.paptracker.command.http.Partnership.reading;
import static org.paptracker.command.http.Partnership.voice;

import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import tools.jackson.databind.JsonNode;

/** What a lead and an executive may record, and what is other people's. lead-t1 leads T1; executive is of OCC. */
class WriteAccessApiTest {
    private static final String PROGRESS = "{\"note\": \"Half done\"}";
    private static final String CLAIM =
            "{\"completedOn\": \"2025-02-13\", \"note\": \"Done\", \"noEvidenceReason\": \"None needed\"}";
    private static final String SELF = "{\"assessor\": \"SELF\", \"rating\": \"ON_TRACK\"}";
    private static final String REASON = "{\"reason\": \"A mistake\"}";
    private static final String PROPOSAL =
            "{\"proposedDueOn\": \"2026-01\", \"reasonCode\": \"CAPACITY\", \"reason\": \"Few people\"}";

    private final CommandService service = CommandService.shared();
    private final Partnership plan = new Partnership(service);

    private void twoActions() {
        plan.action("A1", "T1", "OCC", "PARTNERSHIP");
        plan.action("A2", "T2", "BOB-ICB", "PARTNERSHIP");
    }

    @Test
    void a_lead_works_on_actions_of_the_leads_own_themes() {
        twoActions();
        for (String step : new String[] {
            "/start",
            "/milestones/A%s.1/progress",
            "/milestones/A%s.1/assessments",
            "/assessments",
            "/pause",
            "/resumption",
            "/milestones/A%s.1/completion"
        }) {
            String body = step.endsWith("progress")
                    ? PROGRESS
                    : step.endsWith("completion")
                            ? CLAIM
                            : step.endsWith("assessments") ? SELF : step.endsWith("pause") ? REASON : "{}";
            plan.post("lead-t1", "/actions/A2" + step.formatted(2), body).is(403, "reach.other-themes");
            plan.post("lead-t1", "/actions/A1" + step.formatted(1), body).is(200);
        }
        String sentence = plan.post("lead-t1", "/actions/A2/start", "{}")
                .json()
                .path("detail")
                .asString();
        assertThat(sentence)
                .isEqualTo(
                        "Action A2 belongs to theme T2, and you lead theme T1. Ask the programme office to record this.");
    }

    @Test
    void an_executive_works_on_actions_of_the_executives_own_organisation() {
        twoActions();
        plan.post("executive", "/actions/A2/start", "{}").is(403, "reach.other-organisation");
        plan.post("executive", "/actions/A2/delivery", "{}").is(403, "reach.other-organisation");
        plan.post("executive", "/actions/A2/milestones/A2.1/rebaseline", PROPOSAL)
                .is(403, "reach.other-organisation");
        plan.post("executive", "/actions/A1/start", "{}").is(200);
        plan.post("executive", "/actions/A1/milestones/A1.1/rebaseline", PROPOSAL)
                .is(200);
        plan.post("lead-t1", "/actions/A1/milestones/A1.1/completion", CLAIM).is(200);
        plan.post("board", "/actions/A1/milestones/A1.1/completion/verification", "{}")
                .is(200);
        plan.post("executive", "/actions/A1/delivery", "{}").is(200);
    }

    @Test
    void whose_an_action_is_is_judged_as_it_is_now() {
        twoActions();
        plan.post("lead-t2", "/actions/A1/start", "{}").is(403, "reach.other-themes");
        plan.put("office", "/actions/A1", "{\"title\": \"Do it\", \"themes\": [\"T2\"]}")
                .is(200);
        plan.post("lead-t1", "/actions/A1/start", "{}").is(403, "reach.other-themes");
        plan.post("lead-t2", "/actions/A1/start", "{}").is(200);
    }

    @Test
    void other_peoples_work_is_refused_before_any_rule_and_before_any_version() {
        twoActions();
        plan.post("office", "/actions/A2/cancellation", REASON).is(200);
        plan.post("lead-t1", "/actions/A2/start", "{}").is(403, "reach.other-themes");
        plan.post("lead-t1", "/actions/A2/start", "{}", "If-Match", "\"77\"").is(403, "reach.other-themes");
        plan.post("lead-t1", "/actions/A2/milestones/none/progress", PROGRESS).is(403, "reach.other-themes");
    }

    @Test
    void a_kpi_is_measured_by_the_leads_of_its_themes_and_the_bodies_that_answer_for_its_areas() {
        plan.kpi("k1", "PA3", "T1");
        plan.kpi("k2", "PA4", "T2");
        plan.kpi("k3", "", "");
        plan.put("lead-t1", "/kpis/k1/measurements/2024-10", reading(8)).is(201);
        plan.put("lead-t1", "/kpis/k2/measurements/2024-10", reading(8)).is(403, "reach.other-themes");
        plan.put("lead-t1", "/kpis/k3/measurements/2024-10", reading(8)).is(403, "reach.other-themes");
        plan.put("executive", "/kpis/k1/measurements/2024-11", reading(8)).is(201);
        plan.put("executive", "/kpis/k2/measurements/2024-11", reading(8)).is(403, "reach.other-organisation");
        plan.put("executive", "/kpis/k3/measurements/2024-11", reading(8)).is(201);
        String revision = """
                {"reading": {"comparator": "EQ", "value": 9}, "source": "Returns", "reason": "Late returns"}""";
        plan.put("office", "/kpis/k2/measurements/2024-12", reading(8)).is(201);
        plan.post("lead-t1", "/kpis/k2/measurements/2024-12/revisions", revision)
                .is(403, "reach.other-themes");
        plan.post("lead-t1", "/kpis/k2/measurements/2024-12/withdrawal", REASON).is(403, "reach.other-themes");
        plan.put("lead-t2", "/kpis/k2/measurements/2024-11", reading(8)).is(201);
        plan.post("lead-t2", "/kpis/k2/measurements/2024-11/revisions", revision)
                .is(200);
    }

    @Test
    void evidence_supports_ones_own_and_nothing_of_others() {
        twoActions();
        plan.kpi("k2", "PA4", "T2");
        plan.put("lead-t1", "/evidence/e1", evidence("PARTNERSHIP", "action:A1", "area:PA4"))
                .is(201);
        plan.put("lead-t1", "/evidence/e2", evidence("PARTNERSHIP", "milestone:A1.1"))
                .is(201);
        for (String foreign : new String[] {"action:A2", "milestone:A2.1", "milestone:A2/A2.1", "kpi:k2", "theme:T2"}) {
            plan.put("lead-t1", "/evidence/e3", evidence("PARTNERSHIP", "theme:T1", foreign))
                    .is(403, "reach.other-themes");
        }
        plan.put("lead-t1", "/evidence/e3", evidence("PARTNERSHIP", "area:PA3")).is(403, "reach.other-themes");
        plan.put("executive", "/evidence/e3", evidence("PARTNERSHIP", "area:PA3"))
                .is(201);
        plan.put("executive", "/evidence/e4", evidence("PARTNERSHIP", "area:PA3", "action:A2"))
                .is(403, "reach.other-organisation");
        plan.put("executive", "/evidence/e4", evidence("PARTNERSHIP", "area:PA4"))
                .is(403, "reach.other-organisation");
    }

    @Test
    void other_peoples_evidence_is_not_amended_taken_over_or_withdrawn() {
        twoActions();
        String theirs = evidence("PARTNERSHIP", "action:A2");
        plan.put("lead-t2", "/evidence/e1", theirs).is(201);
        plan.put("lead-t1", "/evidence/e1", evidence("PARTNERSHIP", "action:A1"))
                .is(403, "reach.other-themes");
        plan.post("lead-t1", "/evidence/e1/withdrawal", REASON).is(403, "reach.other-themes");
        plan.post("lead-t1", "/evidence/e1/supersession", "{\"by\": \"e2\"}").is(403, "reach.other-themes");
        plan.put("lead-t2", "/evidence/e1", evidence("PARTNERSHIP", "action:A1"))
                .is(403, "reach.other-themes");
        plan.put("lead-t2", "/evidence/e1", theirs).is(200);
        plan.post("lead-t2", "/evidence/e1/withdrawal", REASON).is(200);
    }

    @Test
    void a_voice_of_other_themes_is_others_to_hear_and_to_answer() {
        plan.put("lead-t1", "/voices/v1", voice("PARTNERSHIP", "PA4", "T1 T2")).is(201);
        plan.put("lead-t1", "/voices/v2", voice("PARTNERSHIP", "PA4", "")).is(201);
        plan.put("lead-t1", "/voices/v3", voice("PARTNERSHIP", "PA3", "T2")).is(403, "reach.other-themes");
        plan.put("lead-t2", "/voices/v3", voice("PARTNERSHIP", "PA4", "T2")).is(201);
        plan.put("lead-t1", "/voices/v3", voice("PARTNERSHIP", "PA4", "T1")).is(403, "reach.other-themes");
        String response = "{\"weDid\": \"We opened a clinic\"}";
        plan.post("lead-t1", "/voices/v3/response", response).is(403, "reach.other-themes");
        plan.post("executive", "/voices/v3/response", response).is(403, "reach.other-organisation");
        plan.post("lead-t2", "/voices/v3/response", response).is(200);
        plan.post("forum", "/voices/v3/closure", "{\"outcome\": \"It helps\"}").is(200);
    }

    @Test
    void a_plan_that_does_not_exist_is_unknown_to_everybody() {
        String none = "/api/v1/plans/none-of-these";
        service.put("lead-t1", none + "/evidence/e1", evidence("PARTNERSHIP", "action:A2"))
                .is(404, "plan.unknown");
        service.put("executive", none + "/voices/v1", voice("PARTNERSHIP", "PA4", "T2"))
                .is(404, "plan.unknown");
        service.post("lead-t1", none + "/actions/A1/start", "{}").is(404, "plan.unknown");
    }

    @Test
    void each_row_of_a_table_is_judged_by_the_same_rule() {
        twoActions();
        String table = "action,milestone,note\nA1,A1.1,Half done\nA2,A2.1,Half done\nA1,A1.1,All done\n";
        Answer refused = imported("?dryRun=false", table).is(409, "import.rows-refused");
        JsonNode error = refused.json().path("errors").path(0);
        assertThat(refused.json().path("errors")).hasSize(1);
        assertThat(error.path("line").asInt()).isEqualTo(3);
        assertThat(error.path("code").asString()).isEqualTo("reach.other-themes");
        assertThat(error.path("message").asString()).contains("Action A2 belongs to theme T2");
        JsonNode partial = imported("?partial=true", table).is(200).json();
        assertThat(partial.path("accepted").asInt()).isEqualTo(2);
        assertThat(partial.path("refused").asInt()).isEqualTo(1);
        assertThat(service.stream(stream("A2"))).hasSize(2);
    }

    private Answer imported(String query, String table) {
        return service.upload(
                "lead-t1", plan.path + "/imports" + query, "text/csv", table.getBytes(StandardCharsets.UTF_8));
    }

    private String stream(String action) {
        return plan.path.replace("/api/v1/plans/", "action:") + "/" + action;
    }

    @Test
    void whose_themes_they_were_is_not_in_the_log() {
        twoActions();
        plan.post("lead-t1", "/actions/A1/start", "{}").is(200);
        for (DomainEventMessage<?> event : service.stream(stream("A1"))) {
            assertThat(event.getMetaData()).doesNotContainKey("themes");
        }
    }
}

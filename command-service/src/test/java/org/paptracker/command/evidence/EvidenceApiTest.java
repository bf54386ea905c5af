package org.paptracker.command.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceDetails;

class EvidenceApiTest {
    private static final String SUBMISSION = """
            {"title": "Quality audit", "kind": "AUDIT", "level": "OUTCOME", "period": "2024-11",
             "summary": "44 per cent rated good or outstanding", "sampleSize": 50,
             "source": {"title": "Scrutiny papers", "url": "https://example.org/papers", "sha256": "%s"},
             "supports": [{"type": "milestone", "code": "PA3-01/PA3-01.2"}, {"type": "area", "code": "PA3"},
                          {"type": "area", "code": "PA3"}]}""".formatted("0123456789abcdef".repeat(4));
    private static final String REASON = "{\"reason\": \"The sample is not described\"}";

    private final CommandService service = CommandService.shared();

    @Test
    void is_created_with_201_and_put_again_is_200_and_no_event() {
        String path = plan() + "/evidence/EV-1";
        Answer created = service.put("lead-t1", path, SUBMISSION).is(201);
        assertThat(created.json().path("code").asString()).isEqualTo("EV-1");
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        long before = service.position();
        service.put("lead-t1", path, SUBMISSION).is(200);
        assertThat(service.position()).isEqualTo(before);
        Answer amended = service.put("lead-t1", path, SUBMISSION.replace("OUTCOME", "IMPACT"), "If-Match", "\"0\"")
                .is(200);
        assertThat(amended.header("ETag")).isEqualTo("\"1\"");
        service.put("lead-t1", path, SUBMISSION, "If-Match", "\"0\"").is(412, "stream.changed");
    }

    @Test
    void is_seen_by_the_partnership_unless_it_says_otherwise() {
        String path = plan() + "/evidence/EV-1";
        service.put("lead-t1", path, SUBMISSION).is(201);
        String stream = path.replace("/api/v1/plans/", "evidence:").replace("/evidence/", "/");
        EvidenceDetails details =
                ((EvidenceSubmitted) service.stream(stream).get(0).getPayload()).details();
        assertThat(details.visibility()).isEqualTo(Visibility.PARTNERSHIP);
        assertThat(details.supports()).hasToString("[area:PA3, milestone:PA3-01/PA3-01.2]");
        assertThat(details.period()).hasToString("2024-11");
    }

    @Test
    void goes_through_its_whole_life() {
        String path = plan() + "/evidence/EV-1";
        service.put("lead-t1", path, SUBMISSION).is(201);
        service.post("lead-t1", path + "/validation", "").is(403, "request.forbidden");
        service.post("office", path + "/return", REASON).is(200);
        service.post("office", path + "/validation", "").is(409, "evidence.not-submitted");
        service.put("lead-t1", path, SUBMISSION.replace("OUTCOME", "IMPACT")).is(200);
        service.post("forum", path + "/challenge", REASON).is(409, "evidence.not-validated");
        service.post("office", path + "/upholding", "").is(409, "evidence.not-challenged");
        service.post("office", path + "/validation", "{\"effectiveOn\": \"2025-02-13\", \"note\": \"Seen\"}")
                .is(200);
        service.put("lead-t1", path, SUBMISSION).is(409, "evidence.not-submitted");
        service.post("forum", path + "/challenge", REASON).is(200);
        service.post("forum", path + "/upholding", "").is(403, "request.forbidden");
        service.post("board", path + "/upholding", "{\"note\": \"The sample is in the annex\"}")
                .is(200);
        service.post("lead-t1", path + "/supersession", "{\"by\": \"EV-1\"}").is(409, "evidence.supersedes-itself");
        service.put("lead-t1", path.replace("EV-1", "EV-2"), SUBMISSION).is(201);
        service.post("office", path + "/supersession", "{\"by\": \"EV-2\", \"reason\": \"Newer audit\"}")
                .is(200);
        service.post("office", path + "/withdrawal", REASON).is(409, "evidence.ended");
    }

    @Test
    void of_the_office_is_validated_by_somebody_else() {
        String path = plan() + "/evidence/EV-1";
        service.put("office", path, SUBMISSION).is(201);
        service.post("office", path + "/validation", "").is(409, "evidence.submitter-cannot-validate");
    }

    @Test
    void can_be_withdrawn() {
        String path = plan() + "/evidence/EV-1";
        service.put("lead-t1", path, SUBMISSION).is(201);
        service.post("lead-t1", path + "/withdrawal", REASON).is(200);
        service.post("lead-t1", path + "/withdrawal", "{}").is(400);
    }

    @Test
    void that_does_not_exist_is_404() {
        String plan = plan();
        service.post("office", plan + "/evidence/EV-9/validation", "").is(404, "evidence.unknown");
        service.put("lead-t1", "/api/v1/plans/nowhere/evidence/EV-1", SUBMISSION)
                .is(404, "plan.unknown");
        service.put("lead-t1", plan + "/evidence/-", SUBMISSION).is(400);
        service.put("lead-t1", plan + "/evidence/gaps", SUBMISSION).is(409, "evidence.reserved-id");
    }

    @Test
    void names_only_areas_and_themes_of_its_plan() {
        String plan = plan();
        Answer answer = service.put(
                        "lead-t1",
                        plan + "/evidence/EV-1",
                        SUBMISSION.replace("\"code\": \"PA3\"", "\"code\": \"PA9\""))
                .is(409, "evidence.unknown-area");
        assertThat(answer.json().path("detail").asString()).contains("PA9").contains("PA3");
    }

    @Test
    void every_wrong_field_is_named() {
        String path = plan() + "/evidence/EV-1";
        Answer unread = service.put(
                        "lead-t1",
                        path,
                        "{\"title\": \"x\", \"kind\": \"RUMOUR\", \"level\": \"HIGH\", \"period\": \"2024-26AY\", \"supports\": [{\"type\": \"milestones\"}]}")
                .is(400);
        assertThat(unread.error("kind")).startsWith("must be one of DATA, AUDIT");
        assertThat(unread.error("level")).contains("ACTIVITY, OUTPUT, OUTCOME, IMPACT");
        assertThat(unread.error("period")).contains("2024-25AY");
        assertThat(unread.error("supports[0].type")).contains("milestone").contains("fact");
        Answer invalid = service.put(
                        "lead-t1",
                        path,
                        "{\"title\": \" \", \"sampleSize\": 0, \"source\": {\"url\": \"x\", \"sha256\": \"x\"}, \"supports\": []}")
                .is(400);
        assertThat(invalid.error("kind")).isEqualTo("is missing");
        assertThat(invalid.error("source.title")).isEqualTo("is missing");
        assertThat(invalid.error("source.url")).contains("https");
        assertThat(invalid.error("source.sha256")).contains("64");
        assertThat(invalid.error("sampleSize")).contains("1 or more");
        assertThat(invalid.error("supports")).contains("at least one");
    }

    @Test
    void cannot_be_submitted_by_someone_who_only_reads() {
        service.put("reviewer", plan() + "/evidence/EV-1", SUBMISSION).is(403, "request.forbidden");
    }

    /** With the action that the evidence supports, which is lead-t1's. */
    private String plan() {
        String action = service.action();
        return action.substring(0, action.indexOf("/actions"));
    }
}

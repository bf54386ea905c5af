package org.paptracker.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.meeting.MeetingCode;

class DecisionApiTest {
    private static final String DECISION = """
            {"title": "Sign a memorandum", "text": "All partners sign it", "decidedOn": "2025-02-13", "board": "SIAB",
             "proposedBy": "office", "dueOn": "2025-05", "areas": ["PA3"], "themes": ["T1"], "actions": ["PA3-01"]}""";

    private static final String PROPOSAL = """
            {"title": "Sign a memorandum", "text": "Asked for by all", "board": "SIAB", "effectiveOn": "2025-01-31",
             "areas": ["PA3"], "themes": ["T1"]}""";

    private final CommandService service = CommandService.shared();

    private static String stream(String decision) {
        return decision.replace("/api/v1/plans/", "decision:").replace("/decisions/", "/");
    }

    private String decision() {
        String path = service.proposed(service.plan(), "D-01");
        service.put("board", path, DECISION).is(201);
        return path;
    }

    @Test
    void is_proposed_with_201_and_again_is_200_and_no_event() {
        String path = service.plan() + "/decisions/D-01/proposal";
        service.post("lead-t1", path, PROPOSAL).is(201);
        long before = service.position();
        service.post("lead-t1", path, PROPOSAL).is(200);
        assertThat(service.position()).isEqualTo(before);
        service.post("executive", path, PROPOSAL.replace("all", "some")).is(409, "decision.already-proposed");
        service.post("lead-t1", path, PROPOSAL.replace("all", "some")).is(201);
        service.post("forum", path, PROPOSAL).is(403, "request.forbidden");
        for (String field : new String[] {"title", "text", "board"}) {
            assertThat(service.post("lead-t1", path, "{}")
                            .is(400, "request.missing-field")
                            .error(field))
                    .isEqualTo("is missing");
        }
    }

    @Test
    void is_created_with_201_and_put_again_is_200_and_no_event() {
        String path = decision();
        long before = service.position();
        Answer again = service.put("board", path, DECISION).is(200);
        assertThat(again.json().path("code").asString()).isEqualTo("D-01");
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(service.position()).isEqualTo(before);
        DecisionMade made = (DecisionMade) service.stream(stream(path)).get(1).getPayload();
        assertThat(made.details().visibility()).isEqualTo(Visibility.PARTNERSHIP);
        assertThat(made.details().actions()).containsExactly(new ActionCode("PA3-01"));
        assertThat(made.details().proposedBy()).isNull();
    }

    @Test
    void is_recorded_by_somebody_other_than_its_proposer() {
        String path = service.plan() + "/decisions/D-01";
        String silent = DECISION.replace("\"proposedBy\": \"office\", ", "");
        service.put("board", path, silent).is(409, "decision.not-proposed");
        service.post("board", path + "/proposal", PROPOSAL).is(201);
        service.put("board", path, silent).is(409, "decision.proposer-cannot-decide");
        service.put("board", path, DECISION).is(409, "decision.proposer-contradicted");
        service.put("board", path, DECISION.replace("\"office\"", "\"b\u043eard\""))
                .is(409, "decision.proposer-contradicted");
    }

    @Test
    void that_is_only_proposed_cannot_be_carried_out_but_can_come_to_nothing() {
        String path = service.proposed(service.plan(), "D-01");
        service.post("office", path + "/implementation", "{\"note\": \"x\"}").is(409, "decision.not-made");
        service.post("board", path + "/withdrawal", "{\"reason\": \"Not now\"}").is(200);
        service.put("board", path, DECISION).is(409, "decision.ended");
    }

    @Test
    void goes_through_its_whole_life() {
        String path = decision();
        service.post("office", path + "/deferral", "{\"until\": \"2024\", \"reason\": \"Late\"}")
                .is(409, "decision.deferred-into-past");
        service.post(
                        "office",
                        path + "/deferral",
                        "{\"effectiveOn\": \"2025-02-20\", \"until\": \"2025-09\", \"reason\": \"No time\"}")
                .is(200);
        Answer done = service.post("office", path + "/implementation", "{\"note\": \"Signed by all\"}")
                .is(200);
        assertThat(done.header("ETag")).isEqualTo("\"3\"");
        service.post("board", path + "/supersession", "{\"by\": \"D-02\"}").is(409, "decision.ended");
    }

    @Test
    void can_be_superseded_by_another() {
        String path = decision();
        service.post("board", path + "/supersession", "{\"by\": \"D-01\"}").is(409, "decision.supersedes-itself");
        service.post("board", path + "/supersession", "{\"by\": \"D-02\", \"reason\": \"Wider\"}")
                .is(409, "decision.unknown-successor");
        String other = service.proposed(path.substring(0, path.indexOf("/decisions")), "D-02");
        service.put("board", other, DECISION).is(201);
        service.post("board", path + "/supersession", "{\"by\": \"D-02\", \"reason\": \"Wider\"}")
                .is(200);
        service.post("board", path + "/supersession", "{\"by\": \"D-02\"}").is(200);
        service.post("office", path + "/implementation", "{\"note\": \"x\"}").is(409, "decision.ended");
    }

    @Test
    void can_be_withdrawn_by_the_board_with_a_reason() {
        String path = decision();
        String mistake = "{\"reason\": \"It was another board's decision\"}";
        service.post("office", path + "/implementation", "{\"note\": \"x\"}").is(200);
        service.post("office", path + "/withdrawal", mistake).is(403, "request.forbidden");
        service.post("board", path + "/withdrawal", "{}").is(400, "request.missing-field");
        Answer withdrawn = service.post("board", path + "/withdrawal", mistake).is(200);
        assertThat(withdrawn.header("ETag")).isEqualTo("\"3\"");
        assertThat(service.post("board", path + "/withdrawal", mistake).is(200).header("ETag"))
                .isEqualTo("\"3\"");
        service.put("board", path, DECISION.replace("\"2025-05\"", "\"2025-06\""))
                .is(409, "decision.ended");
    }

    @Test
    void that_does_not_exist_is_404() {
        service.post("office", service.plan() + "/decisions/x/implementation", "{\"note\": \"x\"}")
                .is(404, "decision.unknown");
        service.put("board", "/api/v1/plans/nowhere/decisions/x", DECISION).is(404, "plan.unknown");
    }

    @Test
    void names_only_what_its_plan_has() {
        String path = service.plan() + "/decisions/x";
        service.put("board", path, DECISION.replace("\"SIAB\"", "\"PDG\"")).is(409, "decision.unknown-board");
        service.put("board", path, DECISION.replace("\"PA3\"", "\"PA9\"")).is(409, "decision.unknown-area");
        service.put("board", path, DECISION.replace("\"T1\"", "\"T9\"")).is(409, "decision.unknown-theme");
    }

    @Test
    void names_the_meeting_that_it_was_made_at() {
        String path = service.proposed(service.plan(), "D-01");
        String atAMeeting = DECISION.replace("\"title\"", "\"meeting\": \"2025-02\", \"title\"");
        service.put("board", path, atAMeeting).is(201);
        DecisionMade made = (DecisionMade) service.stream(stream(path)).get(1).getPayload();
        assertThat(made.details().meeting()).isEqualTo(new MeetingCode("2025-02"));
        assertThat(service.put("board", path, atAMeeting.replace("2025-02\", \"title", "no code\", \"title"))
                        .is(400, "request.invalid-value")
                        .error("meeting"))
                .startsWith("must be a code");
    }

    @Test
    void is_not_due_before_it_was_made() {
        service.put("board", service.plan() + "/decisions/x", DECISION.replace("\"2025-05\"", "\"2024-05\""))
                .is(409, "decision.due-before-decided");
    }

    @Test
    void names_every_field_that_is_missing() {
        Answer answer =
                service.put("board", service.plan() + "/decisions/x", "{}").is(400, "request.missing-field");
        for (String field : new String[] {"title", "text", "decidedOn", "board"}) {
            assertThat(answer.error(field)).isEqualTo("is missing");
        }
    }

    @Test
    void of_an_impossible_id_is_400() {
        assertThat(service.put("board", service.plan() + "/decisions/-x", DECISION)
                        .is(400, "request.invalid-value")
                        .error("decision"))
                .startsWith("must be a code");
    }

    @Test
    void a_stale_version_is_412() {
        String path = decision();
        service.post("office", path + "/implementation", "{\"note\": \"x\"}", "If-Match", "\"3\"")
                .is(412, "stream.changed");
        service.post("office", path + "/implementation", "{\"note\": \"x\"}", "If-Match", "\"1\"")
                .is(200);
    }
}

package org.paptracker.command.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.AGREEMENT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.values.action.Lead;
import org.paptracker.values.plan.OrganisationCode;

class ActionApiTest {
    private final CommandService service = CommandService.shared();

    private static String stream(String action) {
        return action.replace("/api/v1/plans/", "action:").replace("/actions/", "/");
    }

    @Test
    void is_created_with_201_and_put_again_is_200_and_no_event() {
        String path = service.plan() + "/actions/PA3-01";
        service.put("office", path, AGREEMENT).is(201);
        long before = service.position();
        Answer again = service.put("office", path, AGREEMENT).is(200);
        assertThat(again.json().path("code").asString()).isEqualTo("PA3-01");
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void has_one_lead_by_role_alone_or_several_of_organisations_of_the_plan() {
        String path = service.plan() + "/actions/PA3-01";
        service.put("office", path, "{\"title\": \"t\", \"leadRole\": \"Head\"}")
                .is(201);
        long before = service.position();
        service.put("office", path, "{\"title\": \"t\", \"leads\": [{\"role\": \"Head\"}]}")
                .is(200);
        assertThat(service.position()).as("the same, said otherwise").isEqualTo(before);

        service.put("office", path, """
            {"title": "t", "leadRole": "Head",
             "leads": [{"role": "Head", "organisation": "OCC"}, {"role": "Officer"}]}\
            """).is(200);
        ActionAmended amended =
                (ActionAmended) service.stream(stream(path)).get(1).getPayload();
        assertThat(amended.details().leads())
                .containsExactly(new Lead("Head", new OrganisationCode("OCC")), new Lead("Officer", null));
        assertThat(amended.details().leadRole()).isEqualTo("Head");
    }

    @Test
    void is_refused_with_leads_that_contradict_each_other_or_the_plan() {
        String path = service.plan() + "/actions/PA3-01";
        for (String leads : List.of("[]", "[{\"role\": \"Officer\"}, {\"role\": \"Head\"}]")) {
            Answer answer = service.put(
                            "office", path, "{\"title\": \"t\", \"leadRole\": \"Head\", \"leads\": " + leads + "}")
                    .is(400, "request.invalid-value");
            assertThat(answer.error("leadRole")).isEqualTo("must be the role of the first of the leads");
        }
        assertThat(service.put("office", path, "{\"title\": \"t\", \"leads\": [{}]}")
                        .is(400, "request.missing-field")
                        .error("leads[0].role"))
                .isEqualTo("is missing");
        service.put(
                        "office",
                        path,
                        "{\"title\": \"t\", \"leads\": [{\"role\": \"Head\", \"organisation\": \"NOBODY\"}]}")
                .is(409, "action.unknown-organisation");
    }

    @Test
    void has_a_priority_from_1_to_3_or_none() {
        String path = service.plan() + "/actions/PA3-01";
        for (int outside : new int[] {0, 4}) {
            Answer answer = service.put("office", path, "{\"title\": \"t\", \"priority\": " + outside + "}")
                    .is(400, "request.invalid-value");
            assertThat(answer.error("priority")).isEqualTo("must be 1, 2 or 3");
        }
        service.put("office", path, "{\"title\": \"t\", \"priority\": 3}").is(201);
        service.put("office", path, "{\"title\": \"t\"}").is(200);
        ActionAmended amended =
                (ActionAmended) service.stream(stream(path)).get(1).getPayload();
        assertThat(amended.details().priority()).isNull();
    }

    @Test
    void has_milestones_that_share_its_version() {
        String action = service.action();
        Answer second = service.put("office", action + "/milestones/PA3-01.2", "{\"title\": \"Second\"}")
                .is(201);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(second.json().path("code").asString()).isEqualTo("PA3-01.2");
        Answer amended = service.put(
                        "office", action + "/milestones/PA3-01.2", "{\"title\": \"Second\", \"statutory\": true}")
                .is(200);
        assertThat(amended.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void goes_through_its_whole_life() {
        String action = service.action();
        String milestone = action + "/milestones/PA3-01.1";
        service.post("lead-t1", action + "/start", "").is(200);
        service.post("lead-t1", action + "/pause", "{\"reason\": \"No staff\"}").is(200);
        service.post("lead-t1", milestone + "/progress", "{\"note\": \"Late\"}").is(409, "action.paused");
        service.post("lead-t1", action + "/resumption", "{}").is(200);
        service.post("lead-t1", milestone + "/progress", """
                        {"effectiveOn": "2025-02-13", "note": "Half done", "percentComplete": 50, "rating": "ON_TRACK",
                         "forecastDueOn": "2025-07", "soWhat": "Families wait less", "howDoWeKnow": "Survey",
                         "pathToGreen": "Two more staff"}""").is(200);
        service.post(
                        "executive",
                        milestone + "/rebaseline",
                        "{\"proposedDueOn\": \"2025-07\", \"reasonCode\": \"CAPACITY\", \"reason\": \"Staff\"}")
                .is(200);
        service.post("executive", milestone + "/rebaseline/approval", "").is(403, "request.forbidden");
        service.post("board", milestone + "/rebaseline/approval", "").is(200);
        service.post("board", milestone + "/rebaseline/refusal", "{\"reason\": \"No\"}")
                .is(409, "rebaseline.none-proposed");
        service.post("office", milestone + "/assessments", "{\"assessor\": \"PMO\", \"rating\": \"AT_RISK\"}")
                .is(200);
        String claim = "{\"completedOn\": \"2025-02-13\", \"note\": \"Done\", \"evidence\": [\"EV-1\", \"EV-1\"]}";
        service.post("lead-t1", milestone + "/completion", claim).is(200);
        service.post("lead-t1", milestone + "/completion/verification", "").is(403, "request.forbidden");
        service.post("board", milestone + "/completion/rejection", "{\"reason\": \"Not all\"}")
                .is(200);
        service.post("lead-t1", milestone + "/completion", claim).is(200);
        service.post("board", milestone + "/completion/verification", "").is(200);
        service.post("board", milestone + "/reopening", "{\"reason\": \"One case more\"}")
                .is(200);
        service.post("executive", action + "/delivery", "").is(409, "action.milestone-open");
        service.post("lead-t1", milestone + "/completion", claim).is(200);
        service.post("board", milestone + "/completion/verification", "").is(200);
        service.post("board", milestone + "/embedding", "").is(200);
        service.post("executive", action + "/delivery", "").is(200);
        service.post(
                        "board",
                        action + "/assessments",
                        "{\"assessor\": \"BOARD\", \"rating\": \"COMPLETE\", \"note\": \"Well\"}")
                .is(200);
        service.post("board", action + "/embedding", "").is(200);
        service.post("office", action + "/cancellation", "{\"reason\": \"No\"}").is(409, "action.ended");
        service.post("office", action + "/transfer", "{\"toPlan\": \"other\"}").is(409, "action.ended");
    }

    @Test
    void can_be_cancelled() {
        service.post("office", service.action() + "/cancellation", "{\"reason\": \"Merged\"}")
                .is(200);
    }

    @Test
    void and_milestones_that_do_not_exist_are_404() {
        String plan = service.plan();
        service.post("lead-t1", plan + "/actions/X/start", "").is(404, "action.unknown");
        service.post("executive", service.action() + "/milestones/X/embedding", "")
                .is(404, "milestone.unknown");
        service.put("office", "/api/v1/plans/nowhere/actions/X", AGREEMENT).is(404, "plan.unknown");
    }

    @Test
    void names_only_what_its_plan_has() {
        Answer answer = service.put("office", service.plan() + "/actions/X", "{\"title\": \"x\", \"areas\": [\"PA9\"]}")
                .is(409, "action.unknown-area");
        assertThat(answer.json().path("detail").asString()).contains("PA9").contains("PA3");
    }

    @Test
    void may_name_an_area_that_was_added_a_moment_ago() {
        String plan = service.plan();
        service.post(
                        "office",
                        plan + "/areas",
                        "{\"code\": \"PA9\", \"kind\": \"OTHER\", \"number\": 9, \"accountableBody\": \"OCC\"}")
                .is(200);
        service.put("office", plan + "/actions/X", "{\"title\": \"x\", \"areas\": [\"PA9\"]}")
                .is(201);
    }

    @Test
    void a_stale_version_is_412_before_any_rule() {
        String action = service.action();
        String milestone = action + "/milestones/PA3-01.1/progress";
        Answer answer = service.post(
                        "lead-t1", milestone, "{\"note\": \"x\", \"percentComplete\": 900}", "If-Match", "\"0\"")
                .is(412, "stream.changed");
        assertThat(answer.json().path("detail").asString()).contains("version 1");
        service.post("lead-t1", milestone, "{\"note\": \"x\"}", "If-Match", "\"1\"")
                .is(200);
    }

    @Test
    void a_version_of_what_does_not_exist_is_412() {
        String plan = service.plan();
        service.put("office", plan + "/actions/X", AGREEMENT, "If-Match", "\"0\"")
                .is(412, "stream.changed");
        service.post("office", plan + "/actions/Y/start", "", "If-Match", "\"3\"")
                .is(412, "stream.changed");
    }

    @Test
    void a_version_that_is_none_is_400() {
        String action = service.action();
        for (String wrong : List.of("7", "\"x\"", "W/\"1\"", "*", "\"1\", \"2\"")) {
            assertThat(service.post("office", action + "/start", "", "If-Match", wrong)
                            .is(400, "request.invalid-value")
                            .error("If-Match"))
                    .startsWith("must be one version in quotes");
        }
    }

    @Test
    void keeps_who_said_it_and_from_what_and_nothing_else_of_the_request() {
        String action = service.action();
        service.post(
                        "lead-t1",
                        action + "/milestones/PA3-01.1/progress",
                        "{\"note\": \"Said\"}",
                        "X-Source",
                        "Chair's blog",
                        "X-Request-Id",
                        "my-request",
                        "Idempotency-Key",
                        "k-1")
                .is(200);
        DomainEventMessage<?> said = service.stream(stream(action)).get(3);
        assertThat(said.getPayload()).isInstanceOf(MilestoneProgressRecorded.class);
        assertThat(said.getType()).isEqualTo("action");
        assertThat(service.actor(said)).isEqualTo("lead-t1");
        assertThat(said.getMetaData())
                .containsEntry("role", "WORKSTREAM_LEAD")
                .containsEntry("organisation", "OCC")
                .hasEntrySatisfying(
                        "requestId",
                        id -> assertThat(id.toString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .containsEntry("source", "Chair's blog")
                .hasEntrySatisfying(
                        "requestKey", key -> assertThat(key.toString()).matches("[0-9a-f]{64}"))
                .containsOnlyKeys("actor", "role", "organisation", "requestId", "source", "requestKey");
    }

    @Test
    void reads_a_source_as_utf_8() throws IOException {
        String action = service.action();
        String request = "POST " + action + "/start HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + "Content-Type: application/json\r\n"
                + "Connection: close\r\nAuthorization: " + CommandService.basic("office")
                + "\r\nX-Source: Chair\u2019s blog\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
        assertThat(service.stream(stream(action)).get(2).getMetaData()).containsEntry("source", "Chair\u2019s blog");
    }

    @Test
    void takes_no_source_of_301_characters() {
        assertThat(service.post("office", service.action() + "/start", "", "X-Source", "x".repeat(301))
                        .is(400, "request.invalid-value")
                        .error("X-Source"))
                .contains("300");
    }

    @Test
    void many_who_write_at_once_lose_nothing() {
        String action = service.action();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> service.post(
                                            "lead-t1",
                                            action + "/milestones/PA3-01.1/progress",
                                            "{\"note\": \"Note " + i + "\"}")
                                    .status(),
                            writers))
                    .toList();
            assertThat(answers).allMatch(answer -> answer.join() == 200);
        } finally {
            writers.shutdown();
        }
        assertThat(service.stream(stream(action))).hasSize(2 + 1 + 24);
    }

    @Test
    void of_two_who_saw_the_same_version_one_is_told_to_look_again() {
        String action = service.action();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.post(
                                "lead-t1",
                                action + "/milestones/PA3-01.1/progress",
                                "{\"note\": \"Note " + i + "\"}",
                                "If-Match",
                                "\"1\"")
                        .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void of_many_who_agree_it_at_once_one_creates_it() {
        String path = service.plan() + "/actions/RACE";
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> service.put("office", path, AGREEMENT).status()))
                .toList();
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 200);
    }
}

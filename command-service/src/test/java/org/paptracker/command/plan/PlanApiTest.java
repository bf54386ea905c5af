package org.paptracker.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.REGISTRATION;

import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;

class PlanApiTest {
    private final CommandService service = CommandService.shared();

    @Test
    void is_created_with_201_and_says_where_it_stands() {
        Answer answer =
                service.put("office", "/api/v1/plans/api-created", REGISTRATION).is(201);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("X-Log-Position")).isEqualTo(Long.toString(service.position()));
        assertThat(answer.json().path("plan").asString()).isEqualTo("api-created");
        assertThat(answer.json().path("code").asString()).isEqualTo("api-created");
        assertThat(answer.json().path("version").asLong()).isZero();
        assertThat(answer.json().path("position").asLong()).isEqualTo(service.position());
    }

    @Test
    void put_again_is_200_and_no_event() {
        String plan = service.plan();
        long before = service.position();
        Answer answer = service.put("office", plan, REGISTRATION).is(200);
        assertThat(service.position()).isEqualTo(before);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("X-Log-Position")).isEqualTo(Long.toString(before));
    }

    @Test
    void put_with_other_content_amends() {
        String plan = service.plan();
        Answer answer = service.put("office", plan, REGISTRATION.replace("SEND priority", "Another"))
                .is(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void goes_through_its_whole_life() {
        String plan = service.plan();
        service.post("office", plan + "/publication", "").is(409, "plan.not-approved");
        service.post("board", plan + "/approval", "{\"approvedBy\": \"Ofsted\", \"effectiveOn\": \"2023-12-12\"}")
                .is(200);
        service.post("office", plan + "/publication", "{\"url\": \"https://example.org/plan\"}")
                .is(200);
        service.post(
                        "office",
                        plan + "/areas",
                        "{\"code\": \"PA4\", \"kind\": \"OTHER\", \"number\": 4, \"accountableBody\": \"OCC\"}")
                .is(200);
        service.post(
                        "office",
                        plan + "/inspections",
                        "{\"startedOn\": \"2023-07-13\", \"endedOn\": \"2023-07-21\", \"inspectedBy\": \"Ofsted and CQC\", \"outcome\": \"Widespread failings\"}")
                .is(200);
        service.post(
                        "office",
                        plan + "/improvement-notices",
                        "{\"issuedOn\": \"2023-11-16\", \"issuedBy\": \"DfE\", \"issuedTo\": \"OCC\"}")
                .is(200);
        service.post("office", plan + "/supersession", "{\"successor\": \"next-plan\"}")
                .is(409, "plan.unknown-successor");
        String next = service.plan();
        Answer superseded = service.post(
                        "office",
                        plan + "/supersession",
                        "{\"successor\": \"" + next.replace("/api/v1/plans/", "") + "\"}",
                        "If-Match",
                        "\"5\"")
                .is(200);
        assertThat(superseded.header("ETag")).isEqualTo("\"6\"");
        service.post(
                        "office",
                        next + "/supersession",
                        "{\"successor\": \"" + plan.replace("/api/v1/plans/", "") + "\"}")
                .is(409, "plan.not-published");
        service.post("office", plan + "/closure", "{\"reason\": \"Done\"}").is(409, "plan.ended");
        assertThat(service.stream(plan.replace("/api/v1/plans/", "plan:"))).hasSize(7);
    }

    @Test
    void can_be_closed() {
        String plan = service.plan();
        service.post("office", plan + "/closure", "{\"reason\": \"Done\"}").is(409, "plan.not-published");
        service.post("board", plan + "/approval", "{\"approvedBy\": \"DfE\", \"note\": \"By letter\"}")
                .is(200);
        service.post("office", plan + "/closure", "{\"reason\": \"Done\"}").is(200);
    }

    @Test
    void that_is_not_registered_is_404() {
        service.post("board", "/api/v1/plans/nowhere/approval", "{\"approvedBy\": \"DfE\"}")
                .is(404, "plan.unknown");
    }

    @Test
    void names_every_field_that_is_wrong() {
        Answer answer = service.put("office", "/api/v1/plans/api-wrong", """
                        {"type": "PAP", "localArea": " ", "supersedes": "Not Lower",
                         "organisations": [{"code": "has space", "name": "x"}, null],
                         "areas": [{"code": "PA1", "kind": "OTHER", "number": 0, "accountableBody": "OCC", "title": ""}],
                         "themes": [{"code": "T1", "title": "t", "leadRoles": ["", "Head"]}]}""").is(400, "request.malformed");
        assertThat(answer.error("title")).isEqualTo("is missing");
        assertThat(answer.error("localArea")).startsWith("must not be blank");
        assertThat(answer.error("supersedes")).contains("lower-case");
        assertThat(answer.error("organisations[0].code")).startsWith("must be a code");
        assertThat(answer.error("organisations[1]")).isEqualTo("is missing");
        assertThat(answer.error("areas[0].number")).isEqualTo("must be 1 or more");
        assertThat(answer.error("areas[0].title")).startsWith("must not be blank");
        assertThat(answer.error("themes[0].leadRoles[0]")).startsWith("must not be blank");
        assertThat(answer.json().path("errors").size()).isEqualTo(8);
    }

    @Test
    void with_a_code_that_is_none_is_refused() {
        assertThat(service.put("office", "/api/v1/plans/Upper", REGISTRATION)
                        .is(400, "request.invalid-value")
                        .error("plan"))
                .contains("lower-case");
    }

    @Test
    void with_a_title_of_301_characters_is_refused() {
        String body = REGISTRATION.replace("SEND priority action plan", "x".repeat(301));
        assertThat(service.put("office", "/api/v1/plans/api-long", body)
                        .is(400, "request.invalid-value")
                        .error("title"))
                .isEqualTo("must be no longer than 300 characters");
    }

    @Test
    void takes_no_address_that_is_none() {
        String plan = service.plan();
        assertThat(service.post("office", plan + "/publication", "{\"url\": \"javascript:alert(1)\"}")
                        .is(400, "request.invalid-value")
                        .error("url"))
                .startsWith("must be a web address");
    }
}

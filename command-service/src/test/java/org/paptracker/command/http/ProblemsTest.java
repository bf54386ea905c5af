package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.REGISTRATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.CommandService;

class ProblemsTest {
    private static final String PLAN = "/api/v1/plans/problems";

    private final CommandService service = CommandService.shared();

    @Test
    void nobody_is_401_and_a_reader_403() {
        service.put(null, PLAN, REGISTRATION).is(401, "request.unauthenticated");
        service.put("reviewer", PLAN, REGISTRATION).is(403, "request.forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\": \"x\", \"effectiveOn\": \"2025-02-30\"}",
                "{\"note\": \"x\", \"effectiveOn\": \"30 February\"}",
                "{\"note\": \"x\", \"effectiveOn\": \"\"}",
                "{\"note\": \"x\", \"effectiveOn\": 2025}",
                "{\"note\": \"x\", \"effectiveOn\": {\"first\": \"2025-02-13\", \"precision\": \"DAY\"}}"
            })
    void a_date_that_is_none_names_its_field(String body) {
        assertThat(progress(body).is(400, "request.invalid-date").error("effectiveOn"))
                .startsWith("must be a date");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"note\": 7}                                        | note            | wrong-type    | text",
                "{\"note\": true}                                     | note            | wrong-type    | text",
                "{\"note\": {\"digest\": \"sha256:00\"}}              | note            | wrong-type    | text",
                "{\"note\": \"x\", \"percentComplete\": \"50\"}       | percentComplete | wrong-type    | whole number",
                "{\"note\": \"x\", \"percentComplete\": 50.5}         | percentComplete | wrong-type    | whole number",
                "{\"note\": \"x\", \"percentComplete\": 99999999999}  | percentComplete | wrong-type    | whole number",
                "{\"note\": \"x\", \"percentComplete\": true}         | percentComplete | wrong-type    | whole number",
                "{\"note\": \"x\", \"rating\": \"GREEN\"}             | rating          | unknown-code  |"
                        + " COMPLETE_EMBEDDED, COMPLETE, ON_TRACK",
                "{\"note\": \"x\", \"rating\": 1}                     | rating          | unknown-code  | ON_TRACK",
                "{\"note\": \"x\", \"colour\": \"red\"}               | colour          | unknown-field | not a known"
                        + " field",
                "{\"note\": \"x\", \"note\": \"y\"}                   | body            | not-json      | JSON",
                "{\"note\": \"x\"} {}                                 | body            | not-json      | ",
                "[]                                                   | body            | wrong-type    | an object",
                "not json                                             | body            | not-json      | JSON",
                "null                                                 | body            | invalid-value | "
            })
    void a_body_that_is_not_as_agreed_names_what_is_wrong(String body, String field, String code, String words) {
        String error = progress(body).is(400, "request." + code).error(field);
        assertThat(error).doesNotContain("no error").contains(words == null ? "" : words);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        CommandService.Answer answer = progress("""
            {"note": 5, "percentComplete": "x", "rating": "GREEN", "effectiveOn": "2025-02-30", "colour": 1}\
            """).is(400, "request.malformed");
        assertThat(answer.error("note")).isEqualTo("must be text");
        assertThat(answer.error("percentComplete")).isEqualTo("must be a whole number");
        assertThat(answer.error("rating")).startsWith("must be one of");
        assertThat(answer.error("effectiveOn")).startsWith("must be a date");
        assertThat(answer.error("colour")).isEqualTo("is not a known field");
        assertThat(answer.json().path("errors").size()).isEqualTo(5);
    }

    @Test
    void a_wrong_field_deep_down_is_named_by_its_path() {
        CommandService.Answer answer = service.put("office", PLAN, """
            {"title": "t", "type": "PAP", "localArea": "x",
             "organisations": [{"code": "OCC", "name": "Council"}],
             "areas": [{"code": "PA1", "kind": "RED", "number": "one", "accountableBody": "OCC"}]}\
            """).is(400, "request.malformed");
        assertThat(answer.error("areas[0].kind")).startsWith("must be one of PRIORITY_ACTION");
        assertThat(answer.error("areas[0].number")).isEqualTo("must be a whole number");
    }

    @Test
    void every_field_of_a_wrong_type_is_named_at_once() {
        var answer = service.put("office", PLAN, """
            {"title": 7, "type": "PLAN", "localArea": "Oxfordshire", "colour": "red", "startsOn": "soon",
             "organisations": [{"code": "OCC", "name": "x"}, {"code": true, "name": ["y"]}, 5],
             "themes": {"code": "T1"}}\
            """).is(400, "request.malformed");
        assertThat(answer.error("title")).isEqualTo("must be text");
        assertThat(answer.error("type")).startsWith("must be one of PAP");
        assertThat(answer.error("colour")).isEqualTo("is not a known field");
        assertThat(answer.error("startsOn")).startsWith("must be a date");
        assertThat(answer.error("organisations[1].code")).isEqualTo("must be text");
        assertThat(answer.error("organisations[1].name")).isEqualTo("must be text");
        assertThat(answer.error("organisations[2]")).startsWith("must be");
        assertThat(answer.error("themes")).isEqualTo("must be a list");
        assertThat(answer.json().path("errors").size()).isEqualTo(8);
    }

    @Test
    void fields_that_cannot_be_read_hide_none_of_those_that_can_and_will_not_do() {
        CommandService.Answer answer = progress("""
            {"rating": "GREEN", "colour": 1}\
            """).is(400, "request.malformed");
        assertThat(answer.error("note")).isEqualTo("is missing");
        assertThat(answer.error("rating")).startsWith("must be one of");
        assertThat(answer.error("colour")).isEqualTo("is not a known field");
        assertThat(answer.json().path("errors").size()).isEqualTo(3);

        var plan = service.put("office", PLAN, """
            {"type": "PLAN", "localArea": "Oxfordshire",
             "organisations": [{"code": 5, "name": "x"}, {"name": "Council"}, {"code": "has blanks", "name": ""}]}\
            """).is(400, "request.malformed");
        assertThat(plan.error("title")).isEqualTo("is missing");
        assertThat(plan.error("type")).startsWith("must be one of PAP");
        assertThat(plan.error("organisations[0].code")).isEqualTo("must be text");
        assertThat(plan.error("organisations[1].code")).isEqualTo("is missing");
        assertThat(plan.error("organisations[2].code")).doesNotContain("no error");
        assertThat(plan.error("organisations[2].name")).doesNotContain("no error");
        assertThat(plan.json().path("errors").size()).isEqualTo(6);
    }

    @Test
    void a_field_that_is_missing_is_named() {
        assertThat(progress("{}").is(400, "request.missing-field").error("note"))
                .isEqualTo("is missing");
    }

    @Test
    void a_note_of_5001_characters_is_refused() {
        progress("{\"note\": \"" + "x".repeat(5001) + "\"}").is(400, "request.invalid-value");
        progress("{\"note\": \"" + "x".repeat(5000) + "\"}").is(404, "plan.unknown");
    }

    @Test
    void a_body_over_256_kib_is_413() {
        progress("{\"note\": \"" + "x".repeat(256 * 1024) + "\"}").is(413, "request.too-large");
    }

    @Test
    void an_unknown_path_a_wrong_method_and_a_wrong_type_are_named() {
        service.post("office", "/api/v1/plans/p/nothing", "{}").is(404, "request.no-such-path");
        service.send("DELETE", "office", PLAN, "").is(405, "request.method-not-allowed");
        service.send("PUT", "office", PLAN, REGISTRATION, "Content-Type", "text/plain")
                .is(415, "request.unsupported-media-type");
    }

    @Test
    void a_code_in_the_path_that_is_none_is_named() {
        assertThat(service.post("office", "/api/v1/plans/p/actions/a%20b/start", "{}")
                        .is(400, "request.invalid-value")
                        .error("action"))
                .startsWith("must be a code");
        assertThat(service.post("executive", "/api/v1/plans/p/actions/a/milestones/_/embedding", "{}")
                        .is(400, "request.invalid-value")
                        .error("milestone"))
                .startsWith("must be a code");
    }

    @Test
    void the_future_is_a_rule_and_not_a_matter_of_form() {
        String plan = service.plan();
        String detail = service.post(
                        "board", plan + "/approval", "{\"approvedBy\": \"DfE\", \"effectiveOn\": \"2099-02-13\"}")
                .is(409, "effective-on.in-future")
                .json()
                .path("detail")
                .asString();
        assertThat(detail).contains("13 February 2099");
    }

    @Test
    void messages_do_not_depend_on_the_callers_language() {
        assertThat(service.post("office", "/api/v1/plans/p/closure", "{}", "Accept-Language", "de")
                        .is(400, "request.missing-field")
                        .error("reason"))
                .isEqualTo("is missing");
    }

    private CommandService.Answer progress(String body) {
        return service.post("office", "/api/v1/plans/nope/actions/a/milestones/m/progress", body);
    }
}

package org.paptracker.command.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** The guard as people who send requests meet it. All persons and numbers are invented. */
@ExtendWith(OutputCaptureExtension.class)
class GuardApiTest {
    private static final String HEADER = "Guard-Override";
    private static final String GRANT =
            "{\"kinds\": [\"SMALL_COUNT\", \"POSTCODE\"], \"justification\": \"The figure is published.\"}";
    private static final String NOTE = "{\"note\": \"Two pupils were excluded.\"}";
    private static final String HEADINGS = "action,milestone,effectiveOn,note,soWhat\n";

    private final CommandService service = CommandService.shared();

    private static String decision(String title, String text) {
        return "{\"title\": \"%s\", \"text\": \"%s\", \"decidedOn\": \"2025-02-13\", \"board\": \"SIAB\"}"
                .formatted(title, text);
    }

    private static List<String> suspected(Answer answer) {
        return StreamSupport.stream(answer.json().path("suspected").spliterator(), false)
                .map(one ->
                        one.path("field").asString() + " " + one.path("kind").asString())
                .toList();
    }

    private static String stream(String plan) {
        return "guard-override:" + plan.substring("/api/v1/plans/".length()) + "/G-01";
    }

    private void grant(String plan) {
        service.put("governance", plan + "/guard-overrides/G-01", GRANT).is(201);
    }

    @Test
    void what_seems_personal_is_refused_by_field_and_kind_and_shown_nowhere(CapturedOutput output) {
        long before = service.position();
        String plan = service.plan();
        Answer answer = service.put(
                        "board",
                        plan + "/decisions/D-01",
                        decision("Move to OX98 4QP", "DOB 12/03/2014 and NHS no. 999 000 0018"))
                .is(409, "personal-data-suspected");

        assertThat(suspected(answer)).containsExactly("title POSTCODE", "text NHS_NUMBER", "text DATE_OF_BIRTH");
        assertThat(answer.error("title")).isEqualTo("seems to hold a full postcode");
        assertThat(answer.json().path("detail").asString())
                .startsWith("There seems to be a full postcode in title, and an NHS number in text")
                .contains("leave it out", "information governance");
        assertThat(answer.body() + output).doesNotContain("OX98", "4QP", "12/03/2014", "0018");
        assertThat(service.position()).isEqualTo(before + 1);
    }

    @Test
    void fields_within_lists_and_the_named_source_are_looked_at() {
        String plan = service.plan();
        Answer list = service.put(
                        "office",
                        plan + "/actions/A-1/milestones/A-1.1",
                        "{\"title\": \"Fine\", \"successCriteria\": [\"All seen\", \"Ask jo@example.org\"]}")
                .is(409, "personal-data-suspected");
        assertThat(suspected(list)).containsExactly("successCriteria[1] EMAIL_ADDRESS");

        Answer source = service.put(
                        "board",
                        plan + "/decisions/D-01",
                        decision("Fine", "Fine"),
                        "X-Source",
                        "Call from 07700 900123")
                .is(409, "personal-data-suspected");
        assertThat(suspected(source)).containsExactly("X-Source PHONE_NUMBER");
    }

    @Test
    void what_is_only_suspicious_is_recorded_with_a_warning_that_does_not_repeat_it() {
        String path = service.plan() + "/decisions/D-01";
        Answer answer = service.put("board", path, decision("School place", "AB, 10, autistic, has a place."))
                .is(201);
        JsonNode warning = answer.json().path("warnings").path(0);
        assertThat(answer.json().path("warnings")).hasSize(1);
        assertThat(warning.path("field").asString()).isEqualTo("text");
        assertThat(warning.path("kind").asString()).isEqualTo("INITIALS_WITH_AGE_AND_CONDITION");
        assertThat(warning.path("sentence").asString()).startsWith("There seem to be initials with an age");
        assertThat(answer.body()).doesNotContain("AB", "autistic");

        Answer harmless = service.put("board", path, decision("School place", "A place was found."))
                .is(200);
        assertThat(harmless.json().has("warnings")).isFalse();
    }

    @Test
    void before_there_is_a_plan_no_override_is_offered() {
        Answer answer = service.put(
                        "office",
                        "/api/v1/plans/not-yet",
                        CommandService.REGISTRATION.replace("The council", "The council, OX98 4QP"))
                .is(409, "personal-data-suspected");
        assertThat(suspected(answer)).containsExactly("organisations[0].name POSTCODE");
        assertThat(answer.json().path("detail").asString()).contains("There is no plan yet");
    }

    @Test
    void information_governance_alone_gives_overrides() {
        String path = service.plan() + "/guard-overrides/G-01";
        for (String other : List.of("office", "board", "lead-t1", "reviewer")) {
            service.put(other, path, GRANT).is(403, "request.forbidden");
        }
        Answer answer = service.put("governance", path, GRANT).is(201);
        assertThat(answer.json().path("code").asString()).isEqualTo("G-01");
        service.put("governance", path, GRANT).is(200);
        service.put("governance", path, GRANT.replace("published", "known")).is(409, "guard-override.exists");
    }

    @Test
    void a_grant_names_kinds_and_a_justification_which_is_looked_at_too() {
        String path = service.plan() + "/guard-overrides/G-01";
        Answer empty = service.put("governance", path, "{}").is(400, "request.missing-field");
        assertThat(empty.error("kinds")).isEqualTo("is missing");
        assertThat(empty.error("justification")).isEqualTo("is missing");
        service.put("governance", path, "{\"kinds\": [], \"justification\": \"x\"}")
                .is(400, "request.invalid-value");
        service.put("governance", path, "{\"kinds\": [\"SHOE_SIZE\"], \"justification\": \"x\"}")
                .is(400);
        service.put("governance", path, GRANT.replace("The figure", "One child"))
                .is(409, "personal-data-suspected");
        service.put("governance", path, GRANT.replace("}", ", \"validUntil\": \"2025-03-01\"}"))
                .is(409, "guard-override.validity");
    }

    @Test
    void with_an_override_it_is_recorded_once_in_the_same_commit() {
        String action = service.action();
        String plan = action.substring(0, action.indexOf("/actions"));
        grant(plan);
        String path = action + "/milestones/PA3-01.1/progress";
        service.post("lead-t1", path, NOTE).is(409, "personal-data-suspected");
        long before = service.position();

        service.post("lead-t1", path, NOTE, HEADER, "G-01").is(200);

        // started, progress, used
        assertThat(service.position()).isEqualTo(before + 3);
        List<? extends DomainEventMessage<?>> history = service.stream(stream(plan));
        assertThat(history.get(0).getPayload()).isInstanceOf(GuardOverrideGranted.class);
        GuardOverrideUsed used = (GuardOverrideUsed) history.get(1).getPayload();
        assertThat(used.suspected()).containsExactly(new Suspected("note", PersonalDataKind.SMALL_COUNT));
        assertThat(used.recordedIn())
                .isEqualTo(stream(plan).replace("guard-override", "action").replace("G-01", "PA3-01"));
        assertThat(history.get(1).getMetaData())
                .containsEntry("actor", "lead-t1")
                .doesNotContainKey("guardOverride");

        service.post("lead-t1", path, NOTE.replace("Two", "Three"), HEADER, "G-01")
                .is(409, "guard-override.used");
        assertThat(service.position()).isEqualTo(before + 3);
    }

    @Test
    void a_repeat_under_the_same_key_is_answered_as_the_first_time() {
        String plan = service.plan();
        grant(plan);
        String path = plan + "/decisions/D-01";
        String body = decision("Two pupils", "Fine");
        service.put("board", path, body, "Idempotency-Key", plan).is(409, "personal-data-suspected");
        service.put("board", path, body, "Idempotency-Key", plan, HEADER, "G-01")
                .is(201);
        service.put("board", path, body, "Idempotency-Key", plan, HEADER, "G-01")
                .is(201);
        assertThat(service.stream(stream(plan))).hasSize(2);
    }

    @Test
    void an_override_that_is_not_needed_is_not_used_up() {
        String plan = service.plan();
        grant(plan);
        service.put("board", plan + "/decisions/D-01", decision("Fine", "Fine"), HEADER, "G-01")
                .is(201);
        assertThat(service.stream(stream(plan))).hasSize(1);
        service.put("governance", plan + "/guard-overrides/G-02", GRANT).is(201);
        service.put("board", plan + "/decisions/D-02", decision("Two pupils", "Fine"), HEADER, "G-01")
                .is(201);
        service.put("board", plan + "/decisions/D-02", decision("Two pupils", "Fine"), HEADER, "G-02")
                .is(200);
        assertThat(service.stream(stream(plan).replace("G-01", "G-02"))).hasSize(1);
    }

    @Test
    void an_override_that_is_unknown_or_does_not_cover_is_refused_and_so_is_what_a_rule_forbids() {
        String plan = service.plan();
        grant(plan);
        String path = plan + "/decisions/D-01";
        service.put("board", path, decision("Two pupils", "Fine"), HEADER, "G-09")
                .is(404, "guard-override.unknown");
        service.put("board", path, decision("Ask jo@example.org", "Fine"), HEADER, "G-01")
                .is(409, "guard-override.not-covering");
        service.put("board", path, decision("Two pupils", "Fine"), HEADER, "no code")
                .is(400, "request.invalid-value");
        service.put("board", path, decision("Two pupils", "Fine").replace("SIAB", "PDG"), HEADER, "G-01")
                .is(409, "decision.unknown-board");
        assertThat(service.stream(stream(plan))).hasSize(1);
    }

    @Test
    void of_two_at_once_one_uses_it() {
        String plan = service.plan();
        grant(plan);
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.put(
                                "board", plan + "/decisions/D-" + i, decision("Two pupils", "Fine"), HEADER, "G-01")
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
        assertThat(service.stream(stream(plan))).hasSize(2);
    }

    @Test
    void in_a_table_it_is_that_lines_error_with_its_column() {
        String action = service.action();
        String imports = action.substring(0, action.indexOf("/actions")) + "/imports";
        String table = HEADINGS
                + "PA3-01,PA3-01.1,2025-02-13,Half done,\n"
                + "PA3-01,PA3-01.1,2025-02-14,More done,Two pupils returned\n";
        Answer answer = upload(imports, table).is(409, "import.rows-refused");
        JsonNode error = answer.json().path("errors").path(0);
        assertThat(answer.json().path("errors")).hasSize(1);
        assertThat(error.path("line").asInt()).isEqualTo(3);
        assertThat(error.path("field").asString()).isEqualTo("soWhat");
        assertThat(error.path("code").asString()).isEqualTo("personal-data-suspected");
        assertThat(upload(imports + "?partial=true", table)
                        .is(200)
                        .json()
                        .path("accepted")
                        .asInt())
                .isOne();
    }

    @Test
    void in_a_table_an_override_lets_one_line_through() {
        String action = service.action();
        String plan = action.substring(0, action.indexOf("/actions"));
        grant(plan);
        String table = HEADINGS
                + "PA3-01,PA3-01.1,2025-02-13,Two pupils returned,\n"
                + "PA3-01,PA3-01.1,2025-02-14,Three pupils returned,\n"
                + "PA3-01,PA3-01.1,2025-02-15,All have returned,\n";
        upload(plan + "/imports?dryRun=true", table, HEADER, "G-01").is(200);
        assertThat(service.stream(stream(plan))).hasSize(1);
        Answer answer =
                upload(plan + "/imports?partial=true", table, HEADER, "G-01").is(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("guard-override.used");
        assertThat(service.stream(stream(plan))).hasSize(2);
    }

    private Answer upload(String path, String table, String... headers) {
        return service.upload("lead-t1", path, "text/csv", table.getBytes(StandardCharsets.UTF_8), headers);
    }

    @Test
    void refusals_are_counted_by_kind() {
        double before = counted();
        service.put("board", service.plan() + "/decisions/D-01", decision("Ask jo@example.org", "kim@example.org"))
                .is(409, "personal-data-suspected");
        assertThat(counted()).isEqualTo(before + 1);
        assertThat(metrics())
                .contains("# HELP pap_guard_refusals_total Requests")
                .contains("kind=\"NHS_NUMBER\"");
    }

    private String metrics() {
        return service.send("GET", "metrics", "/actuator/prometheus", "")
                .is(200)
                .body();
    }

    private double counted() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("pap_guard_refusals_total{") && line.contains("EMAIL_ADDRESS"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

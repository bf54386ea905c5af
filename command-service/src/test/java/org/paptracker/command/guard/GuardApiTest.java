package org.paptracker.command.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
    private static final String GRANT = """
        {"kinds": ["SMALL_COUNT", "POSTCODE"], "justification": "The figure is published.", "request": "REQUEST"}\
        """;
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

    /** For what was refused. */
    private void grant(String plan, Answer refusal) {
        service.put("governance", plan + "/guard-overrides/G-01", grantFor(refusal))
                .is(201);
    }

    private static String grantFor(Answer refusal) {
        return GRANT.replace("REQUEST", request(refusal));
    }

    private static String request(Answer refusal) {
        return refusal.is(409, "personal-data-suspected").json().path("request").asString();
    }

    /** What the board would decide on, were it not for the count; refused, and let through by an override of it. */
    private String letThrough(String plan) {
        String body = decision("Two pupils", "Fine");
        grant(plan, service.put("board", service.proposed(plan, "D-01"), body));
        return body;
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

    /** They stay in the log in clear, whatever else is forgotten. */
    @Test
    void codes_are_looked_at_too() {
        String plan = service.plan();
        assertThat(suspected(service.put("office", "/api/v1/plans/pupil-9990000018", CommandService.REGISTRATION)
                        .is(409, "personal-data-suspected")))
                .containsExactly("plan NHS_NUMBER");
        assertThat(suspected(service.put("office", plan + "/actions/9990000018", CommandService.AGREEMENT)
                        .is(409, "personal-data-suspected")))
                .containsExactly("action NHS_NUMBER");
        assertThat(suspected(
                        service.put("office", plan, CommandService.REGISTRATION.replace("\"T1\"", "\"07700-900123\""))
                                .is(409, "personal-data-suspected")))
                .containsExactly("themes[0].code PHONE_NUMBER");
        String grant = grantFor(service.put("board", plan + "/decisions/D-01", decision("Two pupils", "Fine")));
        assertThat(suspected(service.put("governance", plan + "/guard-overrides/07700-900123", grant)
                        .is(409, "personal-data-suspected")))
                .containsExactly("override PHONE_NUMBER");
    }

    @Test
    void what_is_only_suspicious_is_recorded_with_a_warning_that_does_not_repeat_it() {
        String path = service.proposed(service.plan(), "D-01");
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
        assertThat(answer.json().has("request")).isFalse();
    }

    @Test
    void information_governance_alone_gives_overrides() {
        String plan = service.plan();
        String path = plan + "/guard-overrides/G-01";
        String grant = grantFor(service.put("board", plan + "/decisions/D-01", decision("Two pupils", "Fine")));
        for (String other : List.of("office", "board", "lead-t1", "reviewer")) {
            service.put(other, path, grant).is(403, "request.forbidden");
        }
        Answer answer = service.put("governance", path, grant).is(201);
        assertThat(answer.json().path("code").asString()).isEqualTo("G-01");
        service.put("governance", path, grant).is(200);
        service.put("governance", path, grant.replace("published", "known")).is(409, "guard-override.exists");
    }

    @Test
    void a_grant_names_kinds_and_a_justification_which_is_looked_at_too() {
        String plan = service.plan();
        String path = plan + "/guard-overrides/G-01";
        String grant = grantFor(service.put("board", plan + "/decisions/D-01", decision("Two pupils", "Fine")));
        Answer empty = service.put("governance", path, "{}").is(400, "request.missing-field");
        assertThat(empty.error("kinds")).isEqualTo("is missing");
        assertThat(empty.error("justification")).isEqualTo("is missing");
        assertThat(empty.error("request")).isEqualTo("is missing");
        service.put("governance", path, grant.replaceAll("\\[.*]", "[]")).is(400, "request.invalid-value");
        service.put("governance", path, grant.replace("POSTCODE", "SHOE_SIZE")).is(400);
        service.put("governance", path, grant.replace("The figure", "One child"))
                .is(409, "personal-data-suspected");
        service.put("governance", path, grant.replace("SMALL_COUNT", "EMAIL_ADDRESS"))
                .is(409, "guard-override.not-covering");
        service.put("governance", path, grant.replace("}", ", \"validUntil\": \"2025-03-01\"}"))
                .is(409, "guard-override.validity");
    }

    @Test
    void with_an_override_it_is_recorded_once_in_the_same_commit() {
        String action = service.action();
        String plan = action.substring(0, action.indexOf("/actions"));
        String path = action + "/milestones/PA3-01.1/progress";
        grant(plan, service.post("lead-t1", path, NOTE));
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
        assertThat(service.actor(history.get(1))).isEqualTo("lead-t1");
        assertThat(history.get(1).getMetaData()).doesNotContainKey("guardOverride");

        service.post("lead-t1", path, NOTE, HEADER, "G-01").is(409, "guard-override.used");
        service.post("lead-t1", path, NOTE.replace("Two", "Three"), HEADER, "G-01")
                .is(404, "guard-override.unknown");
        assertThat(service.position()).isEqualTo(before + 3);
    }

    @Test
    void a_repeat_under_the_same_key_is_answered_as_the_first_time() {
        String plan = service.plan();
        String path = service.proposed(plan, "D-01");
        String body = decision("Two pupils", "Fine");
        grant(plan, service.put("board", path, body, "Idempotency-Key", plan));
        service.put("board", path, body, "Idempotency-Key", plan, HEADER, "G-01")
                .is(201);
        service.put("board", path, body, "Idempotency-Key", plan, HEADER, "G-01")
                .is(201);
        assertThat(service.stream(stream(plan))).hasSize(2);
    }

    @Test
    void an_override_that_is_not_needed_is_not_used_up() {
        String plan = service.plan();
        String path = plan + "/decisions/D-01";
        String body = letThrough(plan);
        service.put("board", path, decision("Fine", "Fine"), HEADER, "G-01").is(201);
        assertThat(service.stream(stream(plan))).hasSize(1);
        service.put("governance", plan + "/guard-overrides/G-02", grantFor(service.put("board", path, body)))
                .is(201);
        service.put("board", path, body, HEADER, "G-01").is(200);
        service.put("board", path, body, HEADER, "G-02").is(200);
        assertThat(service.stream(stream(plan).replace("G-01", "G-02"))).hasSize(1);
    }

    @Test
    void an_override_that_is_unknown_is_refused_and_so_is_what_a_rule_forbids() {
        String plan = service.plan();
        String path = plan + "/decisions/D-01";
        String body = decision("Two pupils", "Fine");
        service.put("board", path, body, HEADER, "G-09").is(404, "guard-override.unknown");
        service.put("board", path, body, HEADER, "no code").is(400, "request.invalid-value");
        String forbidden = body.replace("SIAB", "PDG");
        grant(plan, service.put("board", path, forbidden));
        service.put("board", path, forbidden, HEADER, "G-01").is(409, "decision.unknown-board");
        assertThat(service.stream(stream(plan))).hasSize(1);
    }

    @Test
    void anyone_else_is_answered_as_if_there_were_no_such_override() {
        String plan = service.plan();
        String path = plan + "/decisions/D-01/implementation";
        service.put("board", service.proposed(plan, "D-01"), decision("Fine", "Fine"))
                .is(201);
        String body = "{\"effectiveOn\": \"2025-02-20\", \"note\": \"Two pupils are back.\"}";
        grant(plan, service.post("office", path, body));

        Function<String, Answer> board = override -> service.post("board", path, body, HEADER, override);
        assertAsIfThereWereNone(board);
        service.post("office", path, body, HEADER, "G-01").is(200);
        assertAsIfThereWereNone(board);
    }

    @Test
    void another_request_is_answered_as_if_there_were_no_such_override() {
        String plan = service.plan();
        String path = plan + "/decisions/D-01";
        String body = letThrough(plan);
        List<Function<String, Answer>> others = List.of(
                override -> service.put("board", path, body.replace("Two", "Three"), HEADER, override),
                override -> service.put("board", path, body.replace("Fine", "All is well"), HEADER, override),
                override -> service.put("board", path, body.replace("13", "12"), HEADER, override),
                override -> service.put("board", plan + "/decisions/D-02", body, HEADER, override),
                override -> service.put("board", path, body, HEADER, override, "X-Source", "Somewhere else"));
        others.forEach(this::assertAsIfThereWereNone);
        service.put("board", path, body, HEADER, "G-01").is(201);
        others.forEach(this::assertAsIfThereWereNone);
    }

    /** Nothing but the code differs from what is answered about one that nobody has given. */
    private void assertAsIfThereWereNone(Function<String, Answer> asked) {
        Answer there = asked.apply("G-01").is(404, "guard-override.unknown");
        Answer none = asked.apply("G-77").is(404, "guard-override.unknown");
        assertThat(withoutIds(there)).isEqualTo(withoutIds(none).replace("G-77", "G-01"));
        assertThat(there.response().headers().map().keySet())
                .isEqualTo(none.response().headers().map().keySet());
    }

    private static String withoutIds(Answer answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void nobody_lets_their_own_request_through() {
        String plan = service.plan();
        String path = plan + "/guard-overrides/G-01";
        String own = grantFor(service.put("board", plan + "/decisions/D-01", decision("Two pupils", "Fine")))
                .replace("figure", "figure, ask jo@example.org,");
        String request = request(service.put("governance", path, own));
        String grant = own.replace(", ask jo@example.org,", "")
                .replace("SMALL_COUNT", "EMAIL_ADDRESS")
                .replaceAll("\"request\": \"[^\"]*\"", "\"request\": \"" + request + "\"");

        service.put("governance", path, grant).is(409, "guard-override.own-request");
        service.put("governance-2", path, grant).is(201);
    }

    @Test
    void a_reference_that_was_made_up_or_is_of_another_plan_is_none() {
        String plan = service.plan();
        String grant = grantFor(service.put("board", plan + "/decisions/D-01", decision("Two pupils", "Fine")));
        String reference = grant.replaceAll("(?s).*\"request\": \"|\".*", "");
        for (String other : List.of(
                grant.replace(reference, reference.substring(1)),
                grant.replace(reference, reference.substring(0, 8)),
                grant.replace(reference, "e" + reference.substring(0, reference.length() - 1)),
                grant.replace(reference, "no reference"))) {
            assertThat(service.put("governance", plan + "/guard-overrides/G-01", other)
                            .is(400, "request.invalid-value")
                            .error("request"))
                    .startsWith("must be what the refusal");
        }
        service.put("governance", service.plan() + "/guard-overrides/G-01", grant)
                .is(400);
    }

    @Test
    void neither_a_reference_nor_what_is_recorded_of_it_holds_a_word_of_the_request() {
        String plan = service.plan();
        Answer refusal = service.put("board", plan + "/decisions/D-01", decision("Two pupils", "Invented"));
        grant(plan, refusal);
        String said = new String(Base64.getUrlDecoder().decode(request(refusal)), StandardCharsets.ISO_8859_1);
        assertThat(said).doesNotContain("pupils", "Invented", "board", "D-01");
        String recorded = service.stream(stream(plan)).get(0).getPayload().toString();
        assertThat(recorded).doesNotContain("pupils", "Invented").contains("SMALL_COUNT", "D-01");
    }

    @Test
    void of_two_at_once_one_uses_it() {
        String plan = service.plan();
        String body = letThrough(plan);
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> service.put("board", plan + "/decisions/D-01", body, HEADER, "G-01")
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
        String table = HEADINGS
                + "PA3-01,PA3-01.1,2025-02-13,Two pupils returned,\n"
                + "PA3-01,PA3-01.1,2025-02-14,Three pupils returned,\n"
                + "PA3-01,PA3-01.1,2025-02-15,All have returned,\n";
        JsonNode refused = upload(plan + "/imports?dryRun=true", table).is(200).json();
        assertThat(refused.path("suspected")).hasSize(2);
        assertThat(refused.path("suspected").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(upload(plan + "/imports", table)
                        .is(409, "import.rows-refused")
                        .json()
                        .path("suspected"))
                .isEqualTo(refused.path("suspected"));
        String request = refused.path("suspected").path(0).path("request").asString();
        service.put("governance", plan + "/guard-overrides/G-01", GRANT.replace("REQUEST", request))
                .is(201);
        upload(plan + "/imports?dryRun=true", table, HEADER, "G-01").is(200);
        assertThat(service.stream(stream(plan))).hasSize(1);
        Answer answer =
                upload(plan + "/imports?partial=true", table, HEADER, "G-01").is(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("guard-override.unknown");
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

package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.AGREEMENT;

import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.fold.Provenance;
import org.paptracker.log.Eraser;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.MongoEventLog;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText.Redaction;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;

class IdempotencyTest {
    private static final String[] KEY = {"Idempotency-Key", "the-key"};

    private final CommandService service = CommandService.shared();

    private static String[] key(String key) {
        return new String[] {"Idempotency-Key", key};
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_no_event() {
        String path = service.plan() + "/actions/A";
        Answer first = service.put("office", path, AGREEMENT, key("same-1")).is(201);
        service.post("office", path + "/start", "").is(200);
        long before = service.position();
        Answer again = service.put("office", path, AGREEMENT, key("same-1")).is(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("X-Log-Position")).isEqualTo(first.header("X-Log-Position"));
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void a_repeat_is_answered_even_if_the_rules_would_now_refuse_it() {
        String action = service.action();
        String claim = action + "/milestones/PA3-01.1/completion";
        String body = "{\"completedOn\": \"2025-02-13\", \"note\": \"Done\", \"evidence\": [\"EV-1\"]}";
        service.post("lead-t1", claim, body, key("claim-1")).is(200);
        service.post("board", claim + "/verification", "").is(200);
        service.post("lead-t1", claim, body).is(409, "milestone.complete");
        service.post("lead-t1", claim, body, key("claim-1")).is(200);
        service.post("lead-t1", claim, body, "Idempotency-Key", "claim-1", "If-Match", "\"0\"")
                .is(200);
    }

    @Test
    void nothing_keeps_the_key_itself() {
        String action = service.action();
        service.post("office", action + "/start", "", key("Jo.Bloggs@home")).is(200);

        MongoDatabase database = service.bean(MongoDatabase.class);
        for (String collection : database.listCollectionNames()) {
            assertThat(database.getCollection(collection).find())
                    .as(collection)
                    .noneMatch(document -> document.toString().contains("Jo.Bloggs"));
        }
    }

    /** Versions of before kept keys in clear. */
    @Test
    void a_repeat_of_what_an_earlier_version_accepted_is_recognised() {
        String plan = "from-before";
        Provenance office = new Provenance("office", "PROGRAMME_OFFICE", null, null, null);
        Map<String, Object> metadata = new HashMap<>(LogMetadata.of(office));
        metadata.put(LogMetadata.REQUEST_KEY, "office:old-1");
        service.bean(MongoEventLog.class)
                .appendEvents(new GenericDomainEventMessage<>(
                        "plan",
                        "plan:" + plan,
                        0,
                        new PlanPublished(new PlanId(plan), BusinessDate.parse("2025-01-01"), null),
                        metadata));
        long before = service.position();

        service.put("office", "/api/v1/plans/" + plan, CommandService.REGISTRATION, key("old-1"))
                .is(200);
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void another_body_path_or_method_under_the_key_is_422() {
        String action = service.action();
        service.post("office", action + "/start", "{}", key("other-1")).is(200);
        service.post("office", action + "/start", "{\"note\": \"x\"}", key("other-1"))
                .is(422, "request.key-reused");
        service.post("office", action + "/resumption", "{}", key("other-1")).is(422, "request.key-reused");
    }

    @Test
    void once_a_text_of_it_is_erased_a_repeat_is_answered_as_accepted_but_never_for_another_stream() {
        String action = service.action();
        String path = action + "/milestones/PA3-01.1/progress";
        Answer first = service.post("lead-t1", path, "{\"note\": \"A name\"}", key("erased-1"))
                .is(200);
        long position = Long.parseLong(String.valueOf(first.header("X-Log-Position")));
        service.post("lead-t1", path, "{\"note\": \"Other\"}", key("erased-1")).is(422, "request.key-reused");

        Eraser eraser = service.bean(Eraser.class);
        eraser.erase(
                eraser.places(position, "note"),
                new Redaction(BusinessDate.parse("2025-03-03"), RedactionGround.PERSONAL_DATA));

        Answer again = service.post("lead-t1", path, "{\"note\": \"A name\"}", key("erased-1"))
                .is(200);
        assertThat(again.header("X-Log-Position")).isEqualTo(first.header("X-Log-Position"));
        service.post("lead-t1", path, "{\"note\": \"A guess\"}", key("erased-1"))
                .is(200);
        service.post(
                        "lead-t1",
                        service.action() + "/milestones/PA3-01.1/progress",
                        "{\"note\": \"A name\"}",
                        key("erased-1"))
                .is(422, "request.key-reused");
    }

    @Test
    void each_caller_has_keys_of_ones_own() {
        String action = service.action();
        service.post("office", action + "/start", "{}", key("shared")).is(200);
        service.post("executive", action + "/pause", "{\"reason\": \"x\"}", key("shared"))
                .is(200);
    }

    @Test
    void a_refused_request_may_be_put_right_under_its_key() {
        String action = service.action();
        service.post("office", action + "/pause", "{\"reason\": \"x\"}", key("refused-1"))
                .is(409, "action.not-in-progress");
        service.post("office", action + "/start", "", key("refused-1")).is(200);
    }

    @Test
    void a_key_that_is_none_is_400() {
        String action = service.action();
        for (String wrong : List.of("", "two words", "x".repeat(201))) {
            assertThat(service.post("office", action + "/start", "", key(wrong))
                            .is(400, "request.invalid-value")
                            .error("Idempotency-Key"))
                    .contains("visible ASCII");
        }
    }

    @Test
    void the_same_request_many_times_at_once_is_recorded_once() {
        String action = service.action();
        String path = action + "/milestones/PA3-01.1/progress";
        long before = service.position();
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> service.post("lead-t1", path, "{\"note\": \"x\"}", KEY)))
                .toList();
        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .map(Answer::body)
                        .distinct())
                .hasSize(1);
        assertThat(service.position()).isEqualTo(before + 2);
    }

    @Test
    void a_structured_string_is_the_same_key_as_its_content() {
        String milestone = service.action() + "/milestones/PA3-01.1/progress";
        String key = "k-" + milestone.hashCode();
        CommandService.Answer first = service.post("office", milestone, "{\"note\": \"Once\"}", "Idempotency-Key", key)
                .is(200);
        for (String same : List.of("\"" + key + "\"", "\"" + key + "\";a=1")) {
            CommandService.Answer again = service.post(
                            "office", milestone, "{\"note\": \"Once\"}", "Idempotency-Key", same)
                    .is(200);
            assertThat(again.json()).isEqualTo(first.json());
        }
        service.post("office", milestone, "{\"note\": \"Twice\"}", "Idempotency-Key", "\"" + key + "\"")
                .is(422, "request.key-reused");
    }

    @Test
    void a_quotation_mark_that_is_not_closed_is_no_key() {
        String milestone = service.action() + "/milestones/PA3-01.1/progress";
        for (String broken : List.of("\"k", "\"", "\"k\"x", "\"a\\b\"", "\"\"")) {
            assertThat(service.post("office", milestone, "{\"note\": \"x\"}", "Idempotency-Key", broken)
                            .is(400)
                            .error("Idempotency-Key"))
                    .doesNotContain("no error");
        }
    }
}

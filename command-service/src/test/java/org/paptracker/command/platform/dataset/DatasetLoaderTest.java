package org.paptracker.command.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.paptracker.command.CommandService.REGISTRATION;

import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.command.CommandService;
import org.paptracker.command.platform.axon.RequestKeys;
import org.springframework.boot.health.contributor.Status;

class DatasetLoaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private CommandService start(String dataset) {
        return CommandService.start(directory, "pap.dataset", dataset);
    }

    private static void awaitLoaded(CommandService service) {
        await().atMost(PATIENCE)
                .until(() ->
                        service.bean(DatasetLoader.class).health().getStatus().equals(Status.UP));
    }

    private static String awaitSentence(CommandService service, String words) {
        return await().atMost(PATIENCE)
                .until(
                        () -> String.valueOf(service.bean(DatasetLoader.class)
                                .health()
                                .getDetails()
                                .get("dataset")),
                        sentence -> sentence.contains(words));
    }

    @Test
    void fills_an_empty_log_as_the_users_named_and_only_once() {
        try (CommandService service = start("tiny")) {
            awaitLoaded(service);
            assertThat(service.position()).isEqualTo(3);
            DomainEventMessage<?> registered = service.stream("plan:tiny").get(0);
            assertThat(service.actor(registered)).isEqualTo("office");
            assertThat(registered.getMetaData())
                    .containsEntry("source", "Board paper, 5 October 2023")
                    .containsEntry("requestKey", service.bean(RequestKeys.class).kept("office:dataset:tiny:plan"));
            assertThat(service.actor(service.stream("plan:tiny").get(1))).isEqualTo("board");
            assertThat(service.stream("plan:tiny").get(1).getMetaData()).doesNotContainKey("source");
            service.get("/actuator/health/readiness").is(200);
        }
        try (CommandService service = start("tiny")) {
            awaitLoaded(service);
            assertThat(service.position()).isEqualTo(3);
        }
    }

    @Test
    void goes_on_where_an_earlier_load_broke_off() {
        try (CommandService service = start("none")) {
            service.get("/actuator/health/readiness").is(200);
            String body =
                    "{\"title\":\"Tiny\",\"type\":\"PAP\",\"localArea\":\"Oxfordshire\",\"organisations\":[{\"code\":\"OCC\",\"name\":\"The council\"}]}";
            service.put("office", "/api/v1/plans/tiny", body, "Idempotency-Key", "dataset:tiny:plan")
                    .is(201);
        }
        try (CommandService service = start("tiny")) {
            awaitLoaded(service);
            assertThat(service.position()).isEqualTo(3);
        }
    }

    @Test
    void leaves_a_log_alone_that_holds_something_else() {
        try (CommandService service = start("none")) {
            service.put("office", "/api/v1/plans/own", REGISTRATION).is(201);
        }
        try (CommandService service = start("tiny")) {
            awaitLoaded(service);
            assertThat(service.position()).isEqualTo(1);
        }
    }

    @Test
    void stops_at_a_line_that_is_refused_and_names_it_and_is_not_ready() {
        try (CommandService service = start("broken")) {
            assertThat(awaitSentence(service, "stopped"))
                    .contains("01-plan.jsonl, line 2")
                    .contains("409 plan.not-approved");
            service.get("/actuator/health/readiness").is(503);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unread, 400 request.unknown-field",
        "invalid, 400 request.missing-field",
        "nowhere, 404 request.no-such-path",
        "not-allowed, 403 request.forbidden",
        "suspected, 409 personal-data-suspected",
        "misspelt-user, no local user has this name"
    })
    void every_rule_holds_for_a_line_as_for_any_request(String dataset, String refusal) {
        try (CommandService service = start(dataset)) {
            assertThat(awaitSentence(service, "stopped")).contains("line 1").endsWith(": " + refusal);
            assertThat(service.position()).isZero();
        }
    }

    @Test
    void a_source_may_be_in_any_letters() {
        try (CommandService service = start("letters")) {
            awaitLoaded(service);
            assertThat(service.stream("plan:letters").get(0).getMetaData())
                    .containsEntry("source", "Children\u2019s board, item 4 \u2013 S\u00edle");
        }
    }

    @Test
    void says_so_if_there_is_no_such_data_set() {
        try (CommandService service = start("atlantis")) {
            assertThat(awaitSentence(service, "atlantis")).contains("no data set");
        }
    }
}

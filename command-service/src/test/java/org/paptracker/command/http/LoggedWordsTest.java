package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.paptracker.command.CommandService;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** What somebody wrote never gets into a log file, from which it could not be erased. */
@ExtendWith(OutputCaptureExtension.class)
class LoggedWordsTest {
    private static final String WORDS = "Somebody-by-name";

    private final CommandService service = CommandService.shared();
    private final MongoDatabase database = service.bean(MongoDatabase.class);

    @BeforeEach
    void speak() {
        LoggerFactory.getLogger("org.paptracker.test").info("The log is on");
    }

    private static void assertSilent(CapturedOutput output) {
        assertThat(output.getAll()).contains("The log is on").doesNotContain(WORDS);
    }

    private static Throwable quoting() {
        return catchThrowable(() -> JsonMapper.shared().readValue("\"" + WORDS + "\"", Integer.class));
    }

    @Test
    void not_those_of_a_refused_command(CapturedOutput output) {
        String action = service.action();
        service.post("office", action + "/pause", "{\"reason\": \"" + WORDS + "\"}")
                .is(409, "action.not-in-progress");
        assertSilent(output);
    }

    @Test
    void not_those_of_a_body_that_cannot_be_read(CapturedOutput output) {
        String progress = service.action() + "/milestones/PA3-01.1/progress";
        service.post("lead-t1", progress, WORDS).is(400, "request.not-json");
        service.post("lead-t1", progress, "{\"note\": {\"" + WORDS + "\": 1}, \"percent\": \"" + WORDS + "\"}")
                .is(400);
        assertSilent(output);
    }

    @Test
    void not_those_of_a_failure_that_quotes_them_and_yet_it_says_what_and_where(CapturedOutput output) {
        Throwable quoting = quoting();
        assertThat(quoting).hasMessageContaining(WORDS); // else there is nothing to prove
        LoggerFactory.getLogger("org.paptracker.test").error("It failed", new IllegalStateException(quoting));

        assertSilent(output);
        assertThat(output.getAll())
                .contains(
                        "It failed",
                        "java.lang.IllegalStateException",
                        quoting.getClass().getName(),
                        "LoggedWordsTest");
    }

    @Test
    void a_failure_that_quotes_nobody_keeps_its_message(CapturedOutput output) {
        LoggerFactory.getLogger("org.paptracker.test").error("It failed", new IllegalStateException("No port 8081"));
        assertThat(output.getAll()).contains("No port 8081");
    }

    @Test
    void not_those_of_a_document_that_the_store_refuses(CapturedOutput output) {
        service.action();
        Document twice = new Document("_id", 1L).append("texts", new Document("t", new Document("text", WORDS)));
        assertThatThrownBy(() -> database.getCollection("events").insertOne(twice))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageNotContaining(WORDS);
        assertSilent(output);
    }

    @Test
    void not_those_of_a_command_that_the_store_does_not_know_or_fails_at(CapturedOutput output) {
        for (Document command : List.of(
                new Document("noSuchCommand", 1).append("words", WORDS),
                new Document("find", "events").append("filter", WORDS),
                new Document("aggregate", "events")
                        .append("cursor", new Document())
                        .append("pipeline", List.of(new Document("$" + WORDS, WORDS))))) {
            assertThatThrownBy(() -> database.runCommand(command)).isInstanceOf(MongoCommandException.class);
        }
        assertSilent(output);
        assertThat(output.getAll()).contains("The command noSuchCommand was refused", "The command find failed");
    }
}

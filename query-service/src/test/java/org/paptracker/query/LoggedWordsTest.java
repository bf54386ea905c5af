package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.action.Actions;
import org.paptracker.query.decision.Decisions;
import org.paptracker.query.platform.projection.Batch;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** What somebody wrote gets neither into a log file nor into a dead letter: from neither could it be erased. */
@ExtendWith(OutputCaptureExtension.class)
class LoggedWordsTest {
    private static final String WORDS = "Somebody-by-name";

    @TempDir
    static Path directory;

    private static QueryService service;
    private static volatile boolean failing;

    private static RuntimeException quoting() {
        return new IllegalStateException(
                catchThrowable(() -> JsonMapper.shared().readValue("\"" + WORDS + "\"", Integer.class)));
    }

    /** Fails, and says with what. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ProcessingGroup(Actions.PROJECTION)
    static class Failing {
        @EventHandler
        void on(ActionPaused event) {
            if (failing) throw quoting();
        }
    }

    /** Fails a whole batch, once. */
    @ProcessingGroup(Decisions.PROJECTION)
    static class FailingBatch {
        private boolean failed;

        @EventHandler
        void on(ActionPaused event, UnitOfWork<?> unit) {
            if (!failing) return;
            Batch.of(unit)
                    .<List<ActionPaused>>changes(this, ArrayList::new, batch -> {
                        if (failed) return;
                        failed = true;
                        throw quoting();
                    })
                    .add(event);
        }
    }

    @BeforeAll
    static void start() {
        service = QueryService.start(directory, Failing.class, FailingBatch.class);
        service.append(List.of(History.plan()), OFFICE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void assertSilent(CapturedOutput output) {
        LoggerFactory.getLogger("org.paptracker.test").info("The log is on");
        assertThat(output.getAll()).contains("The log is on").doesNotContain(WORDS);
        List<Document> letters =
                service.bean(MongoTemplate.class).deadLetterCollection().find().into(new ArrayList<>());
        assertThat(letters)
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.toJson()).doesNotContain(WORDS));
    }

    @Test
    void not_when_a_handler_or_a_batch_fails(CapturedOutput output) {
        failing = true;
        ActionCode action = new ActionCode("W1-01");
        service.append(
                List.of(
                        History.agreed(action, "PA3"),
                        new ActionPaused(PLAN, action, date("2025-02"), ErasableText.of(WORDS))),
                LEAD);
        service.awaitViews();
        failing = false;

        assertSilent(output);
        assertThat(output.getAll()).contains("batch"); // Axon says that one failed
    }

    @Test
    void not_when_a_payload_cannot_be_read(CapturedOutput output) {
        ActionCode action = new ActionCode("W2-01");
        service.append(
                List.of(
                        History.agreed(action, "PA3"),
                        new ActionPaused(PLAN, action, date("2025-02"), ErasableText.of("Before it"))),
                LEAD);
        service.awaitViews();
        long position = service.bean(MongoEventLog.class).position();
        spoil(position);

        service.replay(Actions.PROJECTION);
        service.awaitViews();
        assertThat(service.get("/api/v1/plans/" + PLAN + "/actions/W2-01?knownAt=" + Instant.now())
                        .statusCode())
                .isEqualTo(500);

        assertSilent(output);
        assertThat(output.getAll()).contains("UnreadableEvent");
    }

    /** Only a test may touch what is recorded. */
    private static void spoil(long position) {
        var events = service.bean(MongoDatabase.class).getCollection("events");
        Document commit = events.find(new Document("_id", position)).first();
        List<Document> entries = commit.getList("events", Document.class);
        int last = entries.size() - 1;
        String payload = entries.get(last)
                .getString("payload")
                .replaceFirst("\"reason\":\\{[^}]*}", "\"reason\":\"" + WORDS + "\"");
        entries.get(last).put("payload", payload);
        events.replaceOne(new Document("_id", position), service.signed(commit));
    }
}

package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;

/** Streams that are kept in memory are what the log holds, no matter who wrote it. */
class HotStreamsTest {
    @TempDir
    static Path directory;

    private static Store store;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String database;
    private MongoClient client;
    private MongoEventLog log;
    private MongoEventLog other;

    @BeforeAll
    static void open() {
        store = Store.in(directory);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void fresh() {
        database = store.database().getName();
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        asked.add(event.getCommandName());
                    }
                })
                .build());
        log = Writer.log(client.getDatabase(database));
        other = Writer.log(store.database(database)); // as in another process
        log.appendEvents(Writer.event("plan", 0), Writer.event("action", 0));
        inUnit(() -> read("plan") + read("action"));
        asked.clear();
    }

    @AfterEach
    void end() {
        client.close();
    }

    private long read(String stream) {
        return log.readEvents(stream).asStream().count();
    }

    private static <T> T inUnit(Supplier<T> work) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        try {
            return work.get();
        } finally {
            unit.rollback();
        }
    }

    @Test
    void a_unit_of_work_reads_once_what_the_log_has_grown_by() {
        assertThat(inUnit(() -> read("plan") + read("action") + read("plan"))).isEqualTo(3);
        assertThat(asked).containsExactly("find");
    }

    @Test
    void what_this_process_has_appended_is_there() {
        log.appendEvents(Writer.event("action", 1));
        log.appendEvents(Writer.event("action", 2));
        asked.clear();
        assertThat(inUnit(() -> read("action"))).isEqualTo(3);
        assertThat(asked).containsExactly("find");
    }

    @Test
    void what_another_process_has_appended_is_there() {
        for (int i = 1; i < 300; i++) other.appendEvents(Writer.event(i % 2 == 0 ? "plan" : "aside", i / 2));
        assertThat(inUnit(() -> read("plan"))).isEqualTo(150);
        log.appendEvents(Writer.event("plan", 150));
        other.appendEvents(Writer.event("plan", 151));
        assertThat(inUnit(() -> read("plan"))).isEqualTo(152);
        assertThat(inUnit(() -> log.readEvents("plan", 150).asStream().count())).isEqualTo(2);
    }

    @Test
    void what_was_folded_is_followed_by_what_came_since() {
        inUnit(() -> {
            log.readSnapshot("plan");
            read("plan");
            FoldedStream.keep("plan", 0, last("plan"), "one event");
            return null;
        });
        other.appendEvents(Writer.event("plan", 1));

        assertThat(inUnit(() -> folded("plan"))).hasValueSatisfying(kept -> {
            assertThat(kept.getSequenceNumber()).isZero();
            assertThat(((FoldedStream) kept.getPayload()).state()).isEqualTo("one event");
        });
        assertThat(inUnit(() -> log.readEvents("plan", 1).asStream().count())).isOne();
    }

    @Test
    void nothing_is_kept_of_what_is_not_in_the_log_yet() {
        inUnit(() -> {
            log.readSnapshot("plan");
            read("plan");
            FoldedStream.keep("plan", 1, "an id", "with an event that is only decided");
            return null;
        });
        assertThat(inUnit(() -> folded("plan"))).isEmpty();
    }

    @Test
    void nothing_is_kept_that_was_made_of_another_event_than_the_one_that_took_its_place() {
        inUnit(() -> {
            log.readSnapshot("plan");
            read("plan");
            other.appendEvents(Writer.event("plan", 1));
            log.position();
            elsewhere(() -> inUnit(() -> read("plan"))); // another command brings what is kept up to date
            FoldedStream.keep("plan", 1, "of an event that is only decided", "not what the log says");
            return null;
        });
        assertThat(inUnit(() -> folded("plan"))).isEmpty();
    }

    private static void elsewhere(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String last(String stream) {
        return log.readEvents(stream)
                .asStream()
                .reduce((a, b) -> b)
                .orElseThrow()
                .getIdentifier();
    }

    @Test
    void nothing_is_kept_of_a_stream_in_which_something_was_redacted() {
        inUnit(() -> {
            log.readSnapshot("plan");
            read("plan");
            FoldedStream.keep("plan", 0, last("plan"), "with words");
            return null;
        });
        store.database(database)
                .getCollection("events")
                .updateMany(new Document(), new Document("$set", new Document("texts", new Document())));
        other.appendEvents(new GenericDomainEventMessage<>(
                "Redaction",
                "redaction:plan/1",
                0,
                new ContentRedacted(
                        new PlanId("plan"),
                        new RedactionId("1"),
                        List.of(new TextPlace(1, "plan", "reason", "sha256:ab")),
                        RedactionGround.PERSONAL_DATA,
                        BusinessDate.parse("2025-02-13")),
                Map.of()));

        assertThat(inUnit(() -> folded("plan"))).isEmpty();
        assertThat(inUnit(() -> log.readEvents("plan")
                        .asStream()
                        .map(event -> event.getPayload().toString())
                        .toList()
                        .toString()))
                .doesNotContain("Reason 0 of plan");
    }

    private Optional<DomainEventMessage<?>> folded(String stream) {
        return log.readSnapshot(stream);
    }
}

package org.paptracker.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.fold.Provenance;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.EventSerializer;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.MongoEventLog;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;

class LogTailTest {
    @TempDir
    static Path directory;

    /** Holds up the questions of a thread of its name. */
    private static final class Slow implements CommandListener {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answered = new CountDownLatch(1);

        @Override
        public void commandStarted(CommandStartedEvent command) {
            if (!Thread.currentThread().getName().equals("slow")) return;
            asked.countDown();
            try {
                if (!answered.await(1, TimeUnit.MINUTES)) throw new IllegalStateException("Held up for ever");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void who_begins_again_meets_nothing_from_before_though_somebody_is_just_reading_on() throws Exception {
        Slow slow = new Slow();
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = client(store, slow)) {
            MongoDatabase database = client.getDatabase("tail");
            MongoEventLog log = log(database);
            log.appendEvents(closed());
            try (LogTail tail = new LogTail(log)) {
                TrackingEventStream first = tail.openStream(null);
                assertThat(type(first)).isEqualTo(PlanClosed.class);
                Thread reader = new Thread(first::peek, "slow");
                reader.start();
                assertThat(slow.asked.await(1, TimeUnit.MINUTES)).isTrue();

                database.getCollection("events")
                        .updateOne(new Document("_id", 1L), new Document("$set", new Document("events.0.type", "new")));
                CompletableFuture<TrackingEventStream> begun =
                        CompletableFuture.supplyAsync(() -> tail.openStream(null));
                Thread.sleep(100); // time to do it wrong: right, it waits
                slow.answered.countDown();
                reader.join();

                assertThat(type(begun.get(1, TimeUnit.MINUTES))).isNotEqualTo(PlanClosed.class);
            }
        }
    }

    @Test
    void what_one_has_read_nobody_else_reads_again() throws Exception {
        Questions questions = new Questions("another");
        try (EmbeddedMongo store = EmbeddedMongo.open(directory.resolve("shared"), 0);
                MongoClient client = client(store, questions)) {
            MongoEventLog log = log(client.getDatabase("tail"));
            log.appendEvents(closed());
            try (LogTail tail = new LogTail(log)) {
                TrackingEventStream first = tail.openStream(null);
                TrackingEventStream second = tail.openStream(null);
                assertThat(type(first)).isEqualTo(PlanClosed.class);

                assertThat(questions.whileAnother(() -> assertThat(type(second)).isEqualTo(PlanClosed.class)))
                        .isZero();
            }
        }
    }

    @Test
    void who_has_caught_up_asks_the_log_nothing_until_there_is_news() throws Exception {
        Questions questions = new Questions("another");
        try (EmbeddedMongo store = EmbeddedMongo.open(directory.resolve("quiet"), 0);
                MongoClient client = client(store, questions)) {
            MongoEventLog log = log(client.getDatabase("tail"));
            log.appendEvents(closed());
            try (LogTail tail = new LogTail(log)) {
                TrackingEventStream stream = tail.openStream(null);
                stream.setOnAvailableCallback(() -> {});
                assertThat(type(stream)).isEqualTo(PlanClosed.class);
                tail.lookFor(1);

                await().until(() -> questions.whileAnother(stream::peek) == 0);
                assertThat(stream.peek()).isEmpty();

                log.appendEvents(closed("plan:q"));
                tail.lookFor(2);
                assertThat(type(stream)).isEqualTo(PlanClosed.class);
            }
        }
    }

    /** Counts what a thread of its name asks. */
    private static final class Questions implements CommandListener {
        private final String name;
        private final AtomicInteger asked = new AtomicInteger();

        Questions(String name) {
            this.name = name;
        }

        @Override
        public void commandStarted(CommandStartedEvent command) {
            if (Thread.currentThread().getName().equals(name)) asked.incrementAndGet();
        }

        int whileAnother(ThrowingCallable work) throws Exception {
            asked.set(0);
            CompletableFuture<Void> done = new CompletableFuture<>();
            Thread another = new Thread(
                    () -> {
                        try {
                            work.call();
                            done.complete(null);
                        } catch (Throwable e) {
                            done.completeExceptionally(e);
                        }
                    },
                    name);
            another.start();
            done.get(1, TimeUnit.MINUTES);
            return asked.get();
        }
    }

    private static Class<?> type(TrackingEventStream stream) throws InterruptedException {
        return stream.nextAvailable().getPayloadType();
    }

    private static MongoClient client(EmbeddedMongo store, CommandListener listener) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.connectionString()))
                .addCommandListener(listener)
                .build());
    }

    private static MongoEventLog log(MongoDatabase database) {
        EventSerializer serializer = new EventSerializer();
        return MongoEventLog.builder()
                .database(database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    private static List<GenericDomainEventMessage<PlanClosed>> closed() {
        return closed("plan:p");
    }

    private static List<GenericDomainEventMessage<PlanClosed>> closed(String stream) {
        return List.of(new GenericDomainEventMessage<>(
                "Plan",
                stream,
                0,
                new PlanClosed(new PlanId("p"), BusinessDate.parse("2025-02-13"), ErasableText.of("Done")),
                MetaData.from(LogMetadata.of(new Provenance("lead-t1", "WORKSTREAM_LEAD", "OCC", null, null)))));
    }
}

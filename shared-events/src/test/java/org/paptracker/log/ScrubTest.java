package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.ErasableText.Redaction;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.TextPlace;

/** What was erased is nowhere in the embedded store's directory, byte by byte. */
class ScrubTest {
    private static final String FORGOTTEN = "To be forgotten";
    private static final String KEPT = "To be kept";
    private static final Redaction WHY = new Redaction(BusinessDate.parse("2025-03-03"), RedactionGround.PERSONAL_DATA);
    private static final int TEXTS = 200;

    @TempDir
    Path temporary;

    private Path data() {
        return temporary.resolve("data");
    }

    /** Texts of up to some 10 KiB that say the same thing all along, so that any piece of one gives it away. */
    private static Map<String, ErasableText> append(MongoDatabase database, String words) {
        MongoEventLog log = Writer.log(database);
        Map<String, ErasableText> texts = new LinkedHashMap<>();
        for (int i = 0; i < TEXTS; i++) {
            String stream = words + " " + i;
            ErasableText text = ErasableText.of((words + ", Zo\u00eb; ").repeat(1 + (i * 7) % 500));
            PlanClosed event = new PlanClosed(new PlanId("p"), BusinessDate.parse("2025-02-13"), text);
            log.appendEvents(new GenericDomainEventMessage<>("Plan", stream.replace(' ', '-'), 0, event));
            texts.put(stream.replace(' ', '-'), text);
        }
        return texts;
    }

    private static List<TextPlace> places(MongoDatabase database, Map<String, ErasableText> texts) {
        List<TextPlace> places = new ArrayList<>();
        new LogReader(database, CommitProof.UNASKED).after(0, Integer.MAX_VALUE).forEach(entry -> {
            ErasableText text = texts.get(entry.stream());
            if (text != null) {
                places.add(new TextPlace(entry.position(), entry.stream(), "reason", text.digest()));
            }
        });
        return places;
    }

    private static void eraseOnly(MongoDatabase database, List<TextPlace> places) {
        CommitStore commits = CommitStore.writing(database, CommitProof.UNASKED);
        Document redaction = new Document("on", "2025-03-03").append("ground", "PERSONAL_DATA");
        for (TextPlace place : places) {
            commits.replaceText(place.position(), place.digest(), new Document("redaction", redaction));
        }
    }

    private static String bytes(Path directory) throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toString();
    }

    private static void assertForgotten(Path directory, Map<String, ErasableText> texts) throws IOException {
        String bytes = bytes(directory);
        assertThat(bytes.indexOf(FORGOTTEN)).isNegative();
        assertThat(texts.values().stream().map(ErasableText::salt).map(String::valueOf))
                .noneMatch(bytes::contains);
        assertThat(bytes).contains(KEPT);
    }

    private static void assertKept(MongoDatabase database, Map<String, ErasableText> kept) {
        LogReader reader = new LogReader(database, CommitProof.UNASKED);
        kept.forEach((stream, text) -> assertThat(
                        ((PlanClosed) reader.stream(stream).get(0).event()).reason())
                .isEqualTo(text));
        WholeLog.of(database).isSound();
        WholeLog.of(database).isIndexedIn(database);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    @Test
    void what_was_erased_is_in_no_byte_of_any_file_while_others_write() throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.open(data(), 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoDatabase database = client.getDatabase("d");
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Long> others = CompletableFuture.supplyAsync(() -> {
                MongoEventLog log = Writer.log(database);
                long written = 0;
                while (!done.get()) log.appendEvents(Writer.event("other", written++));
                return written;
            });
            Map<String, ErasableText> forgotten = append(database, FORGOTTEN);
            Map<String, ErasableText> kept = append(database, KEPT);
            List<TextPlace> places = places(database, forgotten);
            assertThat(places).hasSize(TEXTS);

            eraseOnly(database, places);
            assertThat(bytes(data())).contains(FORGOTTEN); // else there is nothing to prove
            new Scrubber(database, CommitStore.COLLECTION).scrub();

            assertForgotten(data(), forgotten);
            done.set(true);
            long written = others.join();
            assertThat(written).isPositive();
            assertForgotten(data(), forgotten);
            assertThat(new LogReader(database, CommitProof.UNASKED).stream("other"))
                    .hasSize((int) written);
            assertKept(database, kept);
            copy(data(), temporary.resolve("copy"));
        }
        try (EmbeddedMongo store = EmbeddedMongo.open(temporary.resolve("copy"), 0);
                MongoClient client = Store.client(store.connectionString())) {
            WholeLog.of(client.getDatabase("d")).isSound();
        }
    }

    @Test
    void an_erasure_ends_with_a_scrub_and_readers_then_see_why() throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.open(data(), 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoDatabase database = client.getDatabase("d");
            Map<String, ErasableText> kept = append(database, KEPT);
            Map<String, ErasableText> forgotten = append(database, FORGOTTEN);
            new Eraser(database, CommitProof.UNASKED).erase(places(database, forgotten), WHY);

            assertForgotten(data(), forgotten);
            assertKept(database, kept);
            LogReader reader = new LogReader(database, CommitProof.UNASKED);
            assertThat(forgotten.keySet())
                    .allMatch(stream -> WHY.equals(
                            ((PlanClosed) reader.stream(stream).get(0).event())
                                    .reason()
                                    .redaction()));
        }
    }

    /** The copy is what a store leaves behind that is killed between the erasure and the scrub. */
    @Test
    void what_a_crash_left_to_scrub_is_gone_once_the_store_is_open_again() throws Exception {
        Path crashed = temporary.resolve("crashed");
        Map<String, ErasableText> kept;
        Map<String, ErasableText> forgotten;
        try (EmbeddedMongo store = EmbeddedMongo.open(data(), 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoDatabase database = client.getDatabase("d");
            forgotten = append(database, FORGOTTEN);
            kept = append(database, KEPT);
            eraseOnly(database, places(database, forgotten));
            copy(data(), crashed);
        }
        Files.writeString(crashed.resolve("store.mv.scrubbed"), FORGOTTEN); // and one killed in the midst of it
        assertThat(bytes(crashed)).contains(FORGOTTEN);

        try (EmbeddedMongo store = EmbeddedMongo.open(crashed, 0);
                MongoClient client = Store.client(store.connectionString())) {
            assertForgotten(crashed, forgotten);
            assertKept(client.getDatabase("d"), kept);
        }
    }

    @Test
    void a_scrub_that_fails_loses_nothing_and_fails_no_erasure() throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.open(data(), 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoDatabase database = client.getDatabase("d");
            Map<String, ErasableText> kept = append(database, KEPT);
            Path inTheWay = Files.createDirectory(data().resolve("store.mv.scrubbed"));
            Files.writeString(inTheWay.resolve("a-file"), "");

            new Scrubber(database, CommitStore.COLLECTION).scrub();

            assertKept(database, kept);
            Writer.log(database).appendEvents(Writer.event("goes-on", 0));
            WholeLog.of(database).isSound();
        }
    }

    @Test
    void a_client_half_way_through_an_answer_gets_the_rest_of_it() {
        try (EmbeddedMongo store = EmbeddedMongo.open(data(), 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoDatabase database = client.getDatabase("d");
            MongoCollection<Document> collection = database.getCollection("c");
            collection.insertMany(IntStream.range(0, 10)
                    .mapToObj(i -> new Document("_id", (long) i))
                    .toList());
            List<Long> read = new ArrayList<>();
            try (MongoCursor<Document> cursor = collection.find().batchSize(2).iterator()) {
                read.add(cursor.next().getLong("_id"));
                new Scrubber(database, CommitStore.COLLECTION).scrub();
                while (cursor.hasNext()) read.add(cursor.next().getLong("_id"));
            }
            assertThat(read).hasSize(10);
            collection.insertOne(new Document("_id", 10L));
            assertThat(collection.countDocuments()).isEqualTo(11);
        }
    }
}

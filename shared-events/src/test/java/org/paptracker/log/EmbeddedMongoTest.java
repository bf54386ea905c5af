package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.log.EmbeddedMongo.StoreUnavailable;

class EmbeddedMongoTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("store.mv");
    }

    @Test
    void a_second_owner_of_the_same_directory_is_refused_in_a_sentence_and_the_first_goes_on() {
        try (EmbeddedMongo first = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(first.connectionString())) {
            assertThatThrownBy(() -> EmbeddedMongo.open(directory, 0))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("The embedded store in " + directory + " is in use by another process");

            client.getDatabase("d").getCollection("c").insertOne(new Document("_id", 1L));
            assertThat(client.getDatabase("d").getCollection("c").countDocuments())
                    .isOne();
        }
    }

    @Test
    void nothing_is_acknowledged_once_the_file_has_gone_and_none_is_made_in_its_place() throws IOException {
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoCollection<Document> collection = client.getDatabase("d").getCollection("c");
            collection.insertOne(new Document("_id", 1L));
            Files.delete(file());

            assertThatThrownBy(() -> collection.insertOne(new Document("_id", 2L)))
                    .hasMessageContaining("has gone");
            assertThatThrownBy(() -> client.getDatabase("d").runCommand(new Document("ping", 1)))
                    .hasMessageContaining("has gone");
            Files.writeString(file(), "another file in its place");
            assertThatThrownBy(() -> collection.insertOne(new Document("_id", 3L)))
                    .hasMessageContaining("has gone");
            assertThat(file()).hasContent("another file in its place");
        }
    }

    @Test
    void a_taken_port_is_named_and_leaves_the_directory_free() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedMongo.open(directory, taken.getLocalPort()))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
        }
        EmbeddedMongo.open(directory, 0).close();
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws IOException {
        Path occupied = Files.writeString(directory.resolve("a-file"), "");

        assertThatThrownBy(() -> EmbeddedMongo.open(occupied.resolve("data"), 0))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("The directory " + occupied.resolve("data") + " can't be written");
    }

    @Test
    void a_file_that_is_no_store_is_left_as_it_is() throws IOException {
        String other = "something else ".repeat(1_000);
        Files.writeString(file(), other);

        assertThatThrownBy(() -> EmbeddedMongo.open(directory, 0))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("The file " + file() + " is damaged or not an embedded store");
        assertThat(file()).hasContent(other);
    }

    @Test
    void hello_is_answered_as_a_writable_primary_does() {
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(store.connectionString())) {
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

            assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
            assertThat(hello.get("ok", Number.class).intValue()).isOne();
            assertThat(hello.getInteger("maxBsonObjectSize")).isPositive();
        }
    }

    @Test
    void it_listens_on_the_loopback_address_only() {
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0)) {
            assertThat(store.connectionString()).startsWith("mongodb://127.0.0.1:");
        }
    }

    /** Measured: 14 MB; without compaction 33 MB; as the library stores them, Java-serialized, 130 MB. */
    @Test
    void the_file_stays_small_under_many_single_writes() throws IOException {
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoEventLog log = Writer.log(client.getDatabase("d"));
            long largest = 0;
            for (int i = 0; i < 5_000; i++) {
                log.appendEvents(Writer.event("s" + i, 0));
                if (i % 100 == 0) largest = Math.max(largest, Files.size(file()));
            }

            assertThat(largest).isLessThan(24L * 1024 * 1024);
            WholeLog.of(client.getDatabase("d")).isSound();
        }
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the driver's
    void every_kind_of_value_is_there_after_a_restart() {
        Document everything = new Document("_id", "x")
                .append("int", 1)
                .append("long", 1L << 40)
                .append("double", 1.5)
                .append("text", "Zoë \u0000 🧒")
                .append("true", true)
                .append("null", null)
                .append("date", new Date(1))
                .append("list", List.of(1, "two", new Document("three", 3L)))
                .append("id", new ObjectId())
                .append("uuid", UUID.randomUUID())
                .append("decimal", new Decimal128(new BigDecimal("12.50")))
                .append("bytes", new Binary(new byte[] {1, 2, 3}));
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(store.connectionString())) {
            collection(client).insertOne(everything);
        }
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(store.connectionString())) {
            assertThat(collection(client).find(new Document("_id", "x")).first())
                    .isEqualTo(everything);
        }
    }

    @Test
    void a_reader_never_sees_half_an_update() throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoCollection<Document> collection = collection(client);
            collection.insertOne(shape(0));
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService readers = Executors.newFixedThreadPool(3);
            ExecutorService writers = Executors.newFixedThreadPool(3);
            try {
                List<Future<Integer>> reading = new ArrayList<>();
                for (int i = 0; i < 3; i++) reading.add(readers.submit(() -> readUntil(done, collection)));
                List<Callable<Object>> updates = new ArrayList<>();
                for (int i = 1; i <= 120; i++) {
                    Document shape = shape(i);
                    updates.add(() -> collection.replaceOne(new Document("_id", 1L), shape));
                }
                for (Future<Object> update : writers.invokeAll(updates)) update.get();
                done.set(true);
                for (Future<Integer> reads : reading) {
                    assertThat(reads.get(1, TimeUnit.MINUTES)).isPositive();
                }
            } finally {
                writers.shutdownNow();
                readers.shutdownNow();
            }
        }
    }

    private static int readUntil(AtomicBoolean done, MongoCollection<Document> collection) {
        int reads = 0;
        for (; !done.get(); reads++) {
            Document read = collection.find(new Document("_id", 1L)).first();
            assertThat(read.equals(shape(read.getInteger("n")))).isTrue();
        }
        return reads;
    }

    /** Odd and even ones have other fields, and many, so that sending them takes a while. */
    private static Document shape(int n) {
        Document shape = new Document("_id", 1L).append("n", n);
        for (int i = 0; i < 3_000; i++) shape.append((n % 2 == 0 ? "even" : "odd") + i, n);
        return shape;
    }

    @Test
    void an_index_survives_a_restart_and_still_refuses() {
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoDatabase database = client.getDatabase("d");
            MongoEventLog log = Writer.log(database);
            for (int i = 0; i < 300; i++) log.appendEvents(Writer.event("s" + i, 0));
        }
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = Store.client(store.connectionString())) {
            MongoDatabase database = client.getDatabase("d");
            WholeLog.of(database).isIndexedIn(database);
            for (int i = 0; i < 300; i += 37) {
                int taken = i;
                assertThatThrownBy(() -> database.getCollection("events")
                                .insertOne(new Document("_id", 1_000_000L).append("keys", List.of("s" + taken + "#0"))))
                        .isInstanceOf(MongoWriteException.class);
            }
        }
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("d").getCollection("c");
    }
}

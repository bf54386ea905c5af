package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut could still take back is neither acknowledged nor shown. */
class DurableBackendTest {
    private static final int DISK_IS_FULL = 14031; // in MongoDB's words

    @TempDir
    Path directory;

    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> collection;
    private final ExecutorService clients = Executors.newFixedThreadPool(2);

    @BeforeEach
    void open() {
        SlowDisk.register();
        server = new MongoServer(new DurableBackend(StoreFile.own(directory, SlowDisk.SCHEME + ":")));
        client = Store.client(server.bindAndGetConnectionString());
        collection = client.getDatabase("d").getCollection("c");
        collection.insertOne(new Document("_id", 1L));
    }

    @AfterEach
    void close() {
        SlowDisk.letGoOn();
        SlowDisk.fill(false);
        SlowDisk.fillInTheEnd(false);
        clients.shutdownNow();
        client.close();
        server.shutdownNow();
    }

    @Test
    void a_writer_is_told_only_once_it_is_on_the_disk_and_a_reader_shown_only_then() throws Exception {
        SlowDisk.hold();
        Future<?> writer = clients.submit(() -> collection.insertOne(new Document("_id", 2L)));
        SlowDisk.awaitHeld();
        Future<Long> reader = clients.submit(() -> collection.countDocuments(new Document("_id", 2L)));

        assertThatThrownBy(() -> writer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> reader.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        SlowDisk.letGoOn();
        writer.get(1, TimeUnit.MINUTES);
        assertThat(reader.get(1, TimeUnit.MINUTES)).isOne();
    }

    @Test
    void on_a_full_disk_a_writer_is_told_so_and_what_was_acknowledged_can_be_read() {
        SlowDisk.fill(true);
        assertThat(codeOf(() -> collection.insertOne(new Document("_id", 2L)))).isEqualTo(DISK_IS_FULL);
        assertThat(ids()).containsExactly(1L);
        assertThat(codeOf(() -> collection.insertOne(new Document("_id", 3L)))).isEqualTo(DISK_IS_FULL);
        assertThat(ids()).containsExactly(1L);

        SlowDisk.fill(false);
        collection.insertOne(new Document("_id", 4L));
        assertThat(ids()).containsExactly(1L, 4L);
    }

    /** A system that failed to write a page may forget it, and sync without complaint the next time. */
    @Test
    void what_failed_to_get_to_the_disk_is_not_acknowledged_with_what_comes_later() {
        SlowDisk.fillInTheEnd(true);
        assertThat(codeOf(() -> collection.insertOne(new Document("_id", 2L)))).isEqualTo(DISK_IS_FULL);

        SlowDisk.fillInTheEnd(false);
        collection.insertOne(new Document("_id", 3L));
        assertThat(ids()).contains(1L, 3L);
        server.shutdownNow();
        server = new MongoServer(new DurableBackend(StoreFile.own(directory, SlowDisk.SCHEME + ":")));
        try (MongoClient again = Store.client(server.bindAndGetConnectionString())) {
            assertThat(again.getDatabase("d")
                            .getCollection("c")
                            .find()
                            .map(found -> found.get("_id"))
                            .into(new ArrayList<>()))
                    .contains(1L, 3L);
        }
    }

    @Test
    void many_writers_on_a_disk_that_fills_up_lose_nothing_that_one_of_them_was_told() throws Exception {
        Set<Long> told = ConcurrentHashMap.newKeySet();
        Semaphore tries = new Semaphore(0);
        List<Future<?>> writers = new ArrayList<>();
        for (long writer = 1; writer <= 2; writer++) {
            long first = writer * 1_000;
            writers.add(clients.submit(() -> {
                for (long id = first; id < first + 300; id++) {
                    try {
                        collection.insertOne(new Document("_id", id));
                        told.add(id);
                    } catch (MongoException e) {
                        // not told
                    }
                    tries.release();
                }
            }));
        }
        for (int i = 0; i < 20; i++) {
            tries.acquire(25);
            if (i % 4 < 2) SlowDisk.fill(i % 2 == 0);
            else SlowDisk.fillInTheEnd(i % 2 == 0);
        }
        SlowDisk.fill(false);
        SlowDisk.fillInTheEnd(false);
        for (Future<?> writer : writers) writer.get(1, TimeUnit.MINUTES);
        collection.insertOne(new Document("_id", 9_999L));
        assertThat(told).isNotEmpty();
        assertThat(ids()).containsAll(told).contains(1L, 9_999L);
    }

    private List<Object> ids() {
        return collection.find().map(found -> found.get("_id")).into(new ArrayList<>());
    }

    private static int codeOf(ThrowingCallable write) {
        return ((MongoException) catchThrowable(write)).getCode();
    }
}

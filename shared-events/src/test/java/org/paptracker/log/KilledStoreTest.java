package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;

/**
 * {@code kill -9} of the process that owns the embedded store, under load, again and again on one directory. Every
 * other life it is busy writing its file anew as well, so that many a kill hits that.
 */
class KilledStoreTest {
    private static final int KILLS = Faults.LONG ? 20 : 4;
    private static final String DATABASE = "log";

    @TempDir
    Path directory;

    @Test
    void what_was_acknowledged_or_read_is_still_there_whole_and_once() throws Exception {
        long seed = Faults.seed();
        Random random = new Random(seed);
        Map<Long, String> acknowledged = new TreeMap<>();
        TreeMap<Long, String> read = new TreeMap<>();

        for (int kill = 1; kill <= KILLS; kill++) {
            CompletableFuture<String> uri = new CompletableFuture<>();
            CountDownLatch enough = new CountDownLatch(2 + random.nextInt(250));
            try (Child owner = Child.start(
                    line -> {
                        if (line.startsWith("store ")) uri.complete(line.substring("store ".length()));
                        enough.countDown();
                    },
                    StoreOwner.class,
                    directory,
                    DATABASE,
                    "life-" + kill,
                    3,
                    kill % 2 == 0)) {
                String store = uri.get(1, TimeUnit.MINUTES);
                long position = read.isEmpty() ? 0 : read.lastKey();
                CompletableFuture<Map<Long, String>> reader =
                        CompletableFuture.supplyAsync(() -> tail(store, position));
                assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
                owner.kill();
                acknowledged.putAll(owner.acknowledged());
                read.putAll(reader.get(1, TimeUnit.MINUTES));
            }

            try (EmbeddedMongo reopened = EmbeddedMongo.open(directory, 0);
                    MongoClient client = Store.client(reopened.connectionString())) {
                MongoDatabase database = client.getDatabase(DATABASE);
                WholeLog log = WholeLog.of(database);
                log.isSound();
                assertThat(log.heads()).as("kill %s, seed %s", kill, seed).containsAllEntriesOf(acknowledged);
                assertThat(log.ids()).as("kill %s, seed %s", kill, seed).containsAllEntriesOf(read);
                if (kill == KILLS) log.isIndexedIn(database);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        assertThat(read).isNotEmpty();
    }

    /** Reads on until the store dies; answers each event's id by its position. */
    private static Map<Long, String> tail(String store, long from) {
        Map<Long, String> read = new TreeMap<>();
        try (MongoClient client = Store.client(store + "/?retryReads=false&serverSelectionTimeoutMS=3000")) {
            LogReader reader = new LogReader(client.getDatabase(DATABASE), CommitProof.UNASKED);
            long position = from;
            while (true) {
                for (Recorded<DomainEvent> next : reader.after(position, 50)) {
                    position = next.position();
                    read.put(position, next.id());
                }
            }
        } catch (MongoException e) {
            return read;
        }
    }
}

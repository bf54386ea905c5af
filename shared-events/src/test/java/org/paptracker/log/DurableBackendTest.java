package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut could still take back is neither acknowledged nor shown. */
class DurableBackendTest {
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
}

package org.paptracker.bench;

import static org.paptracker.query.History.OFFICE;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.log.CommitKeys;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.EventSerializer;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.Story;

/** A log that this process writes to itself: signed as by the command-service, but no rule is asked. */
final class OpenLog implements AutoCloseable {
    private static final String DATABASE = "paptracker";

    private final @Nullable EmbeddedMongo store;
    private final MongoClient client;
    private final Path data;
    private final MongoEventLog log;

    private OpenLog(Path data, @Nullable EmbeddedMongo store, String uri) {
        this.store = store;
        this.data = data;
        client = MongoClients.create(uri);
        log = builder().proof(CommitKeys.in(data).signing(database())).build();
    }

    /** The log of services that do not run. */
    static OpenLog own(Path data) {
        EmbeddedMongo store = EmbeddedMongo.open(data, 0);
        return new OpenLog(data, store, store.connectionString());
    }

    /** The log of services that run, as one more process that writes. */
    static OpenLog beside(Services services, Path data) {
        return new OpenLog(data, null, services.store());
    }

    private MongoEventLog.Builder builder() {
        return MongoEventLog.builder()
                .database(database())
                .eventSerializer(new EventSerializer())
                .snapshotSerializer(new EventSerializer());
    }

    /** Keeps nothing in memory: who loads from it reads the store. */
    MongoEventLog reading() {
        return builder().readOnly().proof(CommitKeys.in(data).reading()).build();
    }

    MongoEventLog log() {
        return log;
    }

    MongoDatabase database() {
        return client.getDatabase(DATABASE);
    }

    /** Events of streams that nobody else writes to. */
    OpenLog tell(List<? extends DomainEvent> events, int eventsACommit) {
        Map<String, Long> lengths = new HashMap<>();
        for (int from = 0; from < events.size(); from += eventsACommit) {
            int to = Math.min(events.size(), from + eventsACommit);
            log.appendEvents(Story.messages(events.subList(from, to), lengths, OFFICE));
        }
        return this;
    }

    /** Several plans at once, each event a commit of its own, as people record them. */
    OpenLog tellAtOnce(List<List<DomainEvent>> plans, int writers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<OpenLog>> told = new ArrayList<>();
            for (List<DomainEvent> plan : plans) told.add(pool.submit(() -> tell(plan, 1)));
            for (Future<OpenLog> each : told) each.get();
        } finally {
            pool.shutdownNow();
        }
        return this;
    }

    @Override
    public void close() {
        client.close();
        if (store != null) store.close();
    }
}

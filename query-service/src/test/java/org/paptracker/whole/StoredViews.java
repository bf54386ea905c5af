package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.query.audit.Audit;
import org.paptracker.query.history.EverySlice;
import org.paptracker.query.ledger.LedgerProjection;

/** What lies in a store beside the log: every document of every projection. */
final class StoredViews {
    private static final String DATABASE = "paptracker";

    private StoredViews() {}

    /**
     * Lets another query-service make all views from a copy of the log, in a store of its own, and compares.
     *
     * @param store URI, while nobody writes and the views have caught up
     * @param commitKeys the public keys that the log's commits are signed with
     * @param directory for the copy
     */
    static void requireLikeOfAFreshReplay(String store, long position, String commitKeys, Path directory)
            throws IOException, InterruptedException {
        try (EmbeddedMongo copy = EmbeddedMongo.open(directory.resolve("copy"), 0);
                MongoClient source = MongoClients.create(store);
                MongoClient target = MongoClients.create(copy.connectionString())) {
            MongoDatabase live = source.getDatabase(DATABASE);
            MongoDatabase fresh = target.getDatabase(DATABASE);
            fresh.getCollection("events")
                    .insertMany(live.getCollection("events").find().into(new ArrayList<>()));
            Map<String, String> settings = Map.of(
                    "PAP_MONGODB_URI",
                    copy.connectionString() + "/" + DATABASE,
                    "PAP_COMMIT_KEYS",
                    commitKeys,
                    "PAP_AUDIT_SIGNING_KEY",
                    SigningKey.make());
            try (ServiceProcess replayer =
                    ServiceProcess.queries(directory, Ports.free(1).get(0), settings)) {
                replayer.start().awaitReady();
                Http.awaited(replayer.address(), "reviewer", "/api/v1/audit/checkpoint", position);
                Map<String, Map<Object, Document>> expected = of(fresh);
                Map<String, Map<Object, Document>> found = of(live);
                for (String projection : EverySlice.projections()) {
                    assertThat(found.get(projection)).as(projection).isEqualTo(expected.get(projection));
                }
                assertThat(expected.get(Audit.PROJECTION)).hasSize((int) position);
                replayer.kill();
            }
            assertThat(live.getCollection("deadletters").countDocuments())
                    .as("dead letters")
                    .isZero();
        }
    }

    private static Map<String, Map<Object, Document>> of(MongoDatabase database) {
        Map<String, Map<Object, Document>> views = new HashMap<>();
        for (String projection : EverySlice.projections()) {
            Map<Object, Document> documents = new HashMap<>();
            for (Document document : database.getCollection(projection).find())
                documents.put(document.get("_id"), document);
            views.put(projection, documents);
        }
        return views;
    }

    /** So that all of them are made again from the first entry on, but the ledger, which never is. */
    static void forget(String store) {
        try (MongoClient client = MongoClients.create(store)) {
            MongoDatabase database = client.getDatabase(DATABASE);
            List<String> made = new ArrayList<>(EverySlice.projections());
            made.remove(LedgerProjection.PROJECTION);
            for (String projection : made) database.getCollection(projection).deleteMany(new Document());
            database.getCollection("trackingtokens")
                    .deleteMany(new Document("processorName", new Document("$in", made)));
        }
    }

    /** How many entries of the history are there again. */
    static long told(String store) {
        try (MongoClient client = MongoClients.create(store)) {
            MongoCollection<Document> audit = client.getDatabase(DATABASE).getCollection(Audit.PROJECTION);
            return audit.countDocuments();
        }
    }
}

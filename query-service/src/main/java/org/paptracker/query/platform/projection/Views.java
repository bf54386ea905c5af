package org.paptracker.query.platform.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.paptracker.values.PlanId;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored views of one kind, one document a stream: {@code { _id: stream, plan, position, view }}.
 *
 * @param <V> the view
 */
public final class Views<V extends View> {
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions EACH_ON_ITS_OWN = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final Class<V> type;
    private final JsonMapper json;

    public Views(MongoDatabase database, String collection, Class<V> type, JsonMapper json) {
        this.collection = database.getCollection(collection);
        this.collection.createIndex(Indexes.ascending("plan"));
        this.type = type;
        this.json = ViewJson.from(json);
    }

    public Optional<V> find(String stream) {
        return Optional.ofNullable(collection.find(new Document("_id", stream)).first())
                .map(this::view);
    }

    /** Every view of a plan, by stream, in no order. */
    public Map<String, V> of(PlanId plan) {
        return read(new Document("plan", plan.value()));
    }

    public Map<String, V> all() {
        return read(new Document());
    }

    private Map<String, V> read(Document filter) {
        Map<String, V> views = new LinkedHashMap<>();
        for (Document document : collection.find(filter)) views.put(document.getString("_id"), view(document));
        return views;
    }

    private V view(Document document) {
        return json.readValue(document.getString("view"), type);
    }

    /**
     * Writes each view under its stream, in one round trip. A view no newer than the stored one is dropped: whoever
     * holds up the token for so long that another process takes it over must not write over that one's work.
     */
    void write(Collection<Map.Entry<String, V>> views) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (Map.Entry<String, V> entry : views) {
            V view = entry.getValue();
            Document document = new Document("_id", entry.getKey())
                    .append("plan", view.plan().value())
                    .append("position", view.stamp().position())
                    .append("view", json.writeValueAsString(view));
            writes.add(new ReplaceOneModel<>(olderThan(entry.getKey(), view.stamp()), document, OR_INSERT));
        }
        if (writes.isEmpty()) return;
        try {
            collection.bulkWrite(writes, EACH_ON_ITS_OWN);
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(Views::isNewerThere)) throw e;
        }
    }

    private static Document olderThan(String stream, Stamp stamp) {
        return new Document("_id", stream).append("position", new Document("$lt", stamp.position()));
    }

    /** Nothing older was found to be replaced, and the place is taken. */
    private static boolean isNewerThere(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /** Before a replay. */
    void clear() {
        collection.deleteMany(new Document());
    }
}

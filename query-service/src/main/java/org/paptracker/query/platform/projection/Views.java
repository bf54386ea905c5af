package org.paptracker.query.platform.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
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

    /** Every view of a plan, in no order. */
    public List<V> of(PlanId plan) {
        return read(new Document("plan", plan.value()));
    }

    public List<V> all() {
        return read(new Document());
    }

    private List<V> read(Document filter) {
        List<V> views = new ArrayList<>();
        for (Document document : collection.find(filter)) views.add(view(document));
        return views;
    }

    private V view(Document document) {
        return json.readValue(document.getString("view"), type);
    }

    /** Writes each view under its stream, in one round trip. */
    void write(Collection<Map.Entry<String, V>> views) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (Map.Entry<String, V> entry : views) {
            V view = entry.getValue();
            Document document = new Document("_id", entry.getKey())
                    .append("plan", view.plan().value())
                    .append("position", view.stamp().position())
                    .append("view", json.writeValueAsString(view));
            writes.add(new ReplaceOneModel<>(new Document("_id", entry.getKey()), document, OR_INSERT));
        }
        if (!writes.isEmpty()) collection.bulkWrite(writes);
    }

    /** Before a replay. */
    void clear() {
        collection.deleteMany(new Document());
    }
}

package org.paptracker.query.platform.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.paptracker.values.plan.PlanId;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored views of one kind, one document a stream: {@code { _id: stream, plan, position, redacted, view }}. {@code
 * redacted} is the position in the log of the last redaction that the view was made again for; absent if there was none.
 *
 * @param <V> the view
 */
public final class Views<V extends View> {
    private static final Document PLACE =
            new Document("_id", 1).append("position", 1).append("redacted", 1);

    private final Documents documents;
    private final Class<V> type;

    /**
     * What was decoded, so that a list need not be decoded again for each question. The JVM takes it back when it needs the
     * room. By collection, for a replay may make other views of the same events.
     */
    private final Cache<Place, Kept<V>> decoded =
            Caffeine.newBuilder().softValues().build();

    private final JsonMapper json;

    public Views(MongoDatabase database, String collection, Class<V> type, JsonMapper json) {
        documents = new Documents(database, collection);
        documents.collection().createIndex(Indexes.ascending("plan"));
        this.type = type;
        this.json = ViewJson.kept(json);
    }

    /**
     * A view, and how far its words have been forgotten.
     *
     * @param redacted position of the last redaction that it was made again for; 0 if there was none
     */
    record Kept<V>(V view, long redacted) {}

    private record Place(MongoNamespace collection, String stream) {}

    public Optional<V> find(String stream) {
        return Optional.ofNullable(kept(Set.of(stream)).get(stream)).map(Kept::view);
    }

    /** Those of the streams that have a view, by name; one question, and no more is decoded than has changed. */
    Map<String, Kept<V>> kept(Collection<String> streams) {
        return streams.isEmpty() ? Map.of() : kept(new Document("_id", new Document("$in", List.copyOf(streams))));
    }

    /** Every view of a plan, by the name of its stream; in no order. */
    public Map<String, V> of(PlanId plan) {
        return read(new Document("plan", plan.value()));
    }

    public Map<String, V> all() {
        return read(new Document());
    }

    private Map<String, V> read(Document filter) {
        Map<String, V> views = new LinkedHashMap<>();
        kept(filter).forEach((stream, kept) -> views.put(stream, kept.view()));
        return views;
    }

    private Map<String, Kept<V>> kept(Document filter) {
        return documents.read(collection -> kept(collection, filter));
    }

    private Map<String, Kept<V>> kept(MongoCollection<Document> collection, Document filter) {
        Map<String, Kept<V>> views = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Document stored : collection.find(filter).projection(PLACE)) {
            Kept<V> known = decoded.getIfPresent(new Place(collection.getNamespace(), stored.getString("_id")));
            if (known != null && isOf(known, stored)) views.put(stored.getString("_id"), known);
            else others.add(stored.getString("_id"));
        }
        if (others.isEmpty()) return views;
        for (Document stored : collection.find(new Document("_id", new Document("$in", others)))) {
            Kept<V> kept = decoded(stored);
            decoded.put(new Place(collection.getNamespace(), stored.getString("_id")), kept);
            views.put(stored.getString("_id"), kept);
        }
        return views;
    }

    private static boolean isOf(Kept<? extends View> known, Document stored) {
        return known.view().stamp().position() == stored.getLong("position") && known.redacted() == redacted(stored);
    }

    public boolean has(String stream) {
        Document id = new Document("_id", stream);
        return documents.read(collection ->
                collection.find(id).projection(new Document("_id", 1)).first() != null);
    }

    /** The streams that have a view, of every plan. */
    public Set<String> streams() {
        return streams(new Document());
    }

    /** The streams of a plan that have a view. */
    public Set<String> streams(PlanId plan) {
        return streams(new Document("plan", plan.value()));
    }

    private Set<String> streams(Document filter) {
        return documents.read(collection -> {
            Set<String> names = new HashSet<>();
            for (Document document : collection.find(filter).projection(new Document("_id", 1))) {
                names.add(document.getString("_id"));
            }
            return names;
        });
    }

    private Kept<V> decoded(Document document) {
        return new Kept<>(json.readValue(document.getString("view"), type), redacted(document));
    }

    private static long redacted(Document document) {
        return document.get("redacted", 0L);
    }

    /**
     * Writes each view under its stream, in one round trip. A view no newer than the stored one is dropped, and so is one
     * that remembers more: a process that holds up the token for so long that another takes it over must not write over
     * the other's work, and least of all bring back what was redacted.
     */
    void write(Collection<Map.Entry<String, Kept<V>>> views) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (Map.Entry<String, Kept<V>> entry : views) {
            Kept<V> kept = entry.getValue();
            V view = kept.view();
            Document document = new Document("_id", entry.getKey())
                    .append("plan", view.plan().value())
                    .append("position", view.stamp().position());
            if (kept.redacted() > 0) document.append("redacted", kept.redacted());
            document.append("view", json.writeValueAsString(view));
            writes.add(Replacements.of(olderThan(entry.getKey(), kept), document));
        }
        MongoCollection<Document> collection = documents.collection();
        Replacements.write(collection, writes);
        // It is compared with what is stored each time it is used, for another process may have written first.
        views.forEach(entry -> decoded.put(new Place(collection.getNamespace(), entry.getKey()), entry.getValue()));
    }

    private static Document olderThan(String stream, Kept<? extends View> kept) {
        Document isOlder = new Document("redacted", Replacements.not("$gt", kept.redacted()))
                .append("position", new Document("$lt", kept.view().stamp().position()));
        if (kept.redacted() == 0) return isOlder.append("_id", stream);
        Document remembersMore = new Document("redacted", Replacements.not("$gte", kept.redacted()));
        return new Document("_id", stream).append("$or", List.of(remembersMore, isOlder));
    }

    /** Before a replay. */
    void clear() {
        decoded.invalidateAll();
        documents.collection().deleteMany(new Document());
    }
}

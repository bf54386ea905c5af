package org.paptracker.query.platform.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one projection. They lie in a collection of its name until a replay makes them again in another;
 * which one counts is written in one place, {@code { _id: projection, current: collection }}, and so changes at once. The
 * same name marks its dead letters. ADR 19.
 */
public final class Documents {
    /** Where it is written which collection counts. */
    public static final String PLACES = "projections";

    public static final String CURRENT = "current";

    /** How old a process's knowledge of that may be. Who changes it waits so long before the new one is written to. */
    public static final Duration LEASE = Duration.ofMillis(200);

    private static final Document ONLY_CURRENT = new Document(CURRENT, 1);

    private final MongoDatabase database;
    private final String projection;
    private volatile @Nullable Known known;

    public Documents(MongoDatabase database, String projection) {
        this.database = database;
        this.projection = projection;
    }

    /** @param at by {@link System#nanoTime()}, before it was asked for */
    private record Known(String collection, long at) {}

    /** The name of the collection that counts for this thread. */
    public String name() {
        String made = ShadowCollection.collection(projection);
        if (made != null) return made;
        Known last = known;
        long now = System.nanoTime();
        if (last == null || now - last.at > LEASE.toNanos()) {
            last = new Known(stored(), now);
            known = last;
        }
        return last.collection;
    }

    private String stored() {
        Document place = database.getCollection(PLACES)
                .find(new Document("_id", projection))
                .projection(ONLY_CURRENT)
                .first();
        return place == null ? projection : place.get(CURRENT, projection);
    }

    /** To write to. */
    public MongoCollection<Document> collection() {
        return database.getCollection(name());
    }

    /**
     * What is found in the collection that counts. If another has begun to count meanwhile, the old one may be on its way
     * out, and the new one is asked.
     */
    public <T> T read(Function<MongoCollection<Document>, T> question) {
        while (true) {
            String name = name();
            T answer = question.apply(database.getCollection(name));
            if (name.equals(name())) return answer;
        }
    }
}

package org.paptracker.query.operations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Documents;
import org.paptracker.query.platform.projection.Who;
import org.springframework.stereotype.Component;

/**
 * Which replays there are and how far they are, for all processes on the store: beside the place that says which
 * collection of a projection counts, so that no replay which was given up can make its own count.
 */
@Component
class RebuildRecords {
    private static final String REPLAY = "replay";
    private static final String COLLECTION = "replay.collection";
    private static final String LEFTOVERS = "leftovers";
    private static final String ATTEMPTS = "attempts";

    private final MongoCollection<Document> records;

    RebuildRecords(MongoDatabase database) {
        records = database.getCollection(Documents.PLACES);
    }

    /**
     * @param current the collection that counts
     * @param replay that is asked for or going on; null if none is
     * @param last replay that came to its end; null if there was none
     * @param leftovers collections that no longer count, or never did
     */
    record Entry(
            String projection,
            String current,
            long attempts,
            @Nullable Replay replay,
            @Nullable Finished last,
            List<Leftover> leftovers) {
        static Entry none(String projection) {
            return new Entry(projection, projection, 0, null, null, List.of());
        }
    }

    /**
     * @param collection that it makes; no other replay ever has the same
     * @param operation its id
     * @param owner the process that makes it; null if none has begun
     * @param aliveAt when that process was last heard of
     * @param position of the last entry that it has taken in
     * @param of the log's end, when last looked at
     * @param since the log's end when it began
     */
    record Replay(
            String collection,
            String operation,
            String by,
            @Nullable String owner,
            @Nullable Instant startedAt,
            Instant aliveAt,
            long position,
            long of,
            long since) {}

    record Finished(Instant finishedAt, Who by) {}

    /**
     * @param at when it ceased to count
     * @param since words that were redacted after this position may stand in it
     */
    record Leftover(String collection, Instant at, long since) {
        static Leftover unfinished(Replay replay) {
            return new Leftover(replay.collection(), Instant.EPOCH, replay.since());
        }

        private Document stored() {
            return new Document("collection", collection)
                    .append("at", Date.from(at))
                    .append("since", since);
        }
    }

    /** By projection; without those that were never replayed. */
    Map<String, Entry> all() {
        Map<String, Entry> all = new HashMap<>();
        for (Document document : records.find()) {
            Entry entry = entry(document);
            all.put(entry.projection(), entry);
        }
        return all;
    }

    Entry of(String projection) {
        Document found = records.find(new Document("_id", projection)).first();
        return found == null ? Entry.none(projection) : entry(found);
    }

    /** False if a replay of it has been asked for already. */
    boolean ask(String projection, String operation, String by, Instant now) {
        Document blank = new Document(ATTEMPTS, 0L).append(LEFTOVERS, List.of());
        records.updateOne(
                new Document("_id", projection), new Document("$setOnInsert", blank), new UpdateOptions().upsert(true));
        long attempt = of(projection).attempts() + 1;
        Document replay = new Document("collection", projection + "." + attempt)
                .append("operation", operation)
                .append("by", by)
                .append("aliveAt", Date.from(now))
                .append("position", 0L)
                .append("of", 0L)
                .append("since", 0L);
        Document free = new Document("_id", projection)
                .append(ATTEMPTS, attempt - 1)
                .append(REPLAY, new Document("$exists", false));
        return isDone(free, new Document("$set", new Document(ATTEMPTS, attempt).append(REPLAY, replay)));
    }

    /** Makes a process its owner; false if another is already. */
    boolean take(String projection, Replay replay, String owner, long head, Instant now) {
        Document untaken = the(projection, replay).append("replay.owner", new Document("$exists", false));
        return isDone(
                untaken,
                new Document(
                        "$set",
                        new Document("replay.owner", owner)
                                .append("replay.startedAt", Date.from(now))
                                .append("replay.aliveAt", Date.from(now))
                                .append("replay.of", head)
                                .append("replay.since", head)));
    }

    /** False if the replay was given up by somebody who thought this process dead. */
    boolean note(String projection, Replay replay, long position, long of, Instant now) {
        return isDone(
                the(projection, replay),
                new Document(
                        "$set",
                        new Document("replay.position", position)
                                .append("replay.of", of)
                                .append("replay.aliveAt", Date.from(now))));
    }

    /** From now on what the replay made is what counts. False as above, and then it does not. */
    boolean swap(String projection, Replay replay, Instant now) {
        Leftover old = new Leftover(of(projection).current(), now, replay.since());
        return isDone(
                the(projection, replay),
                new Document("$set", new Document(Documents.CURRENT, replay.collection()))
                        .append("$push", new Document(LEFTOVERS, old.stored())));
    }

    /** When everybody knows what counts now. */
    void finish(String projection, Replay replay, Instant now) {
        Document last = new Document("finishedAt", Date.from(now)).append("by", replay.by());
        records.updateOne(
                the(projection, replay),
                new Document("$set", new Document("last", last)).append("$unset", new Document(REPLAY, "")));
    }

    /** Gives a replay up. False if it came to its end, or was given up before. */
    boolean giveUp(String projection, Replay replay) {
        return isDone(
                the(projection, replay),
                new Document("$unset", new Document(REPLAY, ""))
                        .append(
                                "$push",
                                new Document(
                                        LEFTOVERS, Leftover.unfinished(replay).stored())));
    }

    void cleared(String projection, Leftover leftover) {
        records.updateOne(
                new Document("_id", projection), new Document("$pull", new Document(LEFTOVERS, leftover.stored())));
    }

    private static Document the(String projection, Replay replay) {
        return new Document("_id", projection).append(COLLECTION, replay.collection());
    }

    private boolean isDone(Document filter, Document change) {
        return records.updateOne(filter, change).getMatchedCount() == 1;
    }

    private static Entry entry(Document document) {
        String projection = document.getString("_id");
        Document replay = document.get(REPLAY, Document.class);
        Document last = document.get("last", Document.class);
        return new Entry(
                projection,
                document.get(Documents.CURRENT, projection),
                document.get(ATTEMPTS, 0L),
                replay == null ? null : replay(replay),
                last == null
                        ? null
                        : new Finished(last.getDate("finishedAt").toInstant(), Who.read(last.getString("by"))),
                document.getList(LEFTOVERS, Document.class, List.of()).stream()
                        .map(RebuildRecords::leftover)
                        .toList());
    }

    private static Replay replay(Document document) {
        Date startedAt = document.getDate("startedAt");
        return new Replay(
                document.getString("collection"),
                document.getString("operation"),
                document.getString("by"),
                document.getString("owner"),
                startedAt == null ? null : startedAt.toInstant(),
                document.getDate("aliveAt").toInstant(),
                document.getLong("position"),
                document.getLong("of"),
                document.getLong("since"));
    }

    private static Leftover leftover(Document document) {
        return new Leftover(
                document.getString("collection"), document.getDate("at").toInstant(), document.getLong("since"));
    }
}

package org.paptracker.query.operations;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogReader;
import org.paptracker.log.Scrubber;
import org.paptracker.query.platform.projection.Documents;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.ShadowRebuild;
import org.paptracker.query.platform.projection.ShadowRebuilds;
import org.paptracker.values.Sha256;
import org.springframework.stereotype.Component;

/**
 * Compares the documents of a projection with a fresh fold of the log, which is thrown away again. While it goes on, the
 * projection goes on too: only what differs at rest counts.
 */
@Component
public class ViewCheck {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int MOST_ROUNDS = 5;

    private final MongoDatabase database;
    private final MongoTemplate collections;
    private final Projections projections;
    private final ProjectionPositions positions;
    private final RebuildRecords records;
    private final Operations operations;
    private final ShadowRebuilds rebuilds;
    private final LogReader log;
    private final Scrubber scrubber;

    ViewCheck(
            MongoDatabase database,
            MongoTemplate collections,
            Projections projections,
            ProjectionPositions positions,
            RebuildRecords records,
            Operations operations,
            ShadowRebuilds rebuilds,
            LogReader log,
            Scrubber scrubber) {
        this.database = database;
        this.collections = collections;
        this.projections = projections;
        this.positions = positions;
        this.records = records;
        this.operations = operations;
        this.rebuilds = rebuilds;
        this.log = log;
        this.scrubber = scrubber;
    }

    /** Those that can be compared, whatever became of them. */
    public List<String> projections() {
        return projections.replayable();
    }

    /**
     * What differs.
     *
     * @param projection whose document it is
     * @param document its id
     * @param position in the log of what it was last made from; null if it does not say
     * @param others how many more of the projection differ
     */
    public record Difference(
            String projection, String document, @Nullable Long position, int others) {}

    /**
     * @param isCompared no if events of the projection are parked or were skipped, if it is made again just now, or if
     *     it has not caught up
     */
    public record Outcome(boolean isCompared, @Nullable Difference difference) {}

    /** Makes the documents of a projection again, beside those that answer, and compares them. */
    public Outcome check(String projection) {
        String fresh = "verification." + projection;
        if (collectionExists(fresh)) { // of a process that was killed: it may hold words that were redacted since
            rebuilds.drop(fresh);
            scrubber.scrub();
        }
        if (!isWhole(projection)) return new Outcome(false, null);
        long began = log.position();
        try {
            return compared(projection, fresh);
        } finally {
            rebuilds.drop(fresh);
            if (log.isRedactedSince(began)) scrubber.scrub();
        }
    }

    private boolean collectionExists(String name) {
        return database.listCollectionNames().into(new ArrayList<>()).contains(name);
    }

    /** Whether its documents ought to be what a fresh fold gives. */
    private boolean isWhole(String projection) {
        RebuildRecords.Entry entry = records.of(projection);
        Document letters = new Document("processingGroup", entry.current());
        return entry.replay() == null
                && collections.deadLetterCollection().countDocuments(letters) == 0
                && !operations.skipped().containsKey(entry.current());
    }

    private Outcome compared(String projection, String fresh) {
        ShadowRebuild rebuild = rebuilds.begin(projection, fresh);
        Documents current = new Documents(database, projection);
        String name = current.name();
        Map<String, Seen> suspects = Map.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            // All that a document can hold that was read in the round before.
            if (round > 0 && !await(projection, log.position())) return new Outcome(false, null);
            long position = positions.position(projection);
            if (hasLost(position)) return new Outcome(false, null);
            while (rebuild.position() < position) rebuild.takeIn(position);
            Map<String, Seen> differing = differing(current.name(), fresh);
            if (differing.isEmpty()) return new Outcome(true, null);
            Optional<String> first = unmoved(differing, suspects);
            if (first.isPresent()) {
                if (!isWhole(projection) || !name.equals(current.name())) return new Outcome(false, null);
                return new Outcome(true, difference(projection, first.get(), differing));
            }
            suspects = differing;
        }
        return new Outcome(false, null);
    }

    /** Whether the log no longer has what the projection has taken in; that is for the ledger to say. */
    private boolean hasLost(long position) {
        return position > 0 && log.grown(position - 1, 1).to() < position;
    }

    private boolean await(String projection, long position) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (positions.position(projection) < position) {
            if (System.nanoTime() - deadline > 0) return false;
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    /** One that differed before, and has not been written since. */
    private static Optional<String> unmoved(Map<String, Seen> differing, Map<String, Seen> before) {
        return differing.entrySet().stream()
                .filter(now -> before.containsKey(now.getKey())
                        && Objects.equals(now.getValue().digest, before.get(now.getKey()).digest))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    private static Difference difference(String projection, String id, Map<String, Seen> differing) {
        Seen seen = differing.get(id);
        return new Difference(projection, id, seen == null ? null : seen.position, differing.size() - 1);
    }

    /**
     * A document as it was read.
     *
     * @param digest null if it is not there
     */
    private record Seen(@Nullable String digest, @Nullable Long position) {}

    /** Those of the first collection that are not as in the second; and those that only the second has. */
    private Map<String, Seen> differing(String current, String fresh) {
        Map<String, Seen> expected = read(fresh);
        Map<String, Seen> differing = new HashMap<>();
        read(current).forEach((id, seen) -> {
            Seen other = expected.remove(id);
            if (other == null || !Objects.equals(other.digest, seen.digest)) differing.put(id, seen);
        });
        expected.forEach((id, missing) -> differing.put(id, new Seen(null, missing.position)));
        return differing;
    }

    private Map<String, Seen> read(String collection) {
        Map<String, Seen> read = new HashMap<>();
        for (Document stored : database.getCollection(collection).find()) {
            Object id = stored.get("_id");
            Object position = stored.getOrDefault("position", id); // the audit's are called by their position
            read.put(
                    String.valueOf(id),
                    new Seen(digest(stored), position instanceof Number number ? number.longValue() : null));
        }
        return read;
    }

    /** Whichever write put its fields where. */
    private static String digest(Document stored) {
        byte[] json = new Document(new TreeMap<>(stored)).toJson().getBytes(StandardCharsets.UTF_8);
        return Sha256.hex(Sha256.begin(), json);
    }
}

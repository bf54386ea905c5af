package org.paptracker.log;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The collection of commits, asked only in ways that one index answers: by {@code _id}, by several {@code _id}s, or by
 * keys. MongoDB serves those best, and the embedded store serves no others without reading everything.
 */
final class CommitStore {
    static final String COLLECTION = "events";

    private final MongoCollection<Document> commits;

    CommitStore(MongoDatabase database) {
        // Nobody may build on what a failover could still take back.
        commits = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        commits.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
    }

    /** Whether it was inserted; false if one of its keys or its place is taken. */
    boolean insert(Commit commit, @Nullable String request) {
        try {
            commits.insertOne(commit.toDocument(request));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    Optional<Commit> byKey(String key) {
        return Optional.ofNullable(commits.find(new Document("keys", key)).first())
                .map(Commit::from);
    }

    /** Each commit that holds at least one of the keys, once, in the log's order. */
    List<Commit> byKeys(Collection<String> keys) {
        // The embedded store returns a document once per matching key.
        TreeMap<Long, Commit> found = new TreeMap<>();
        for (Document document : commits.find(new Document("keys", new Document("$in", List.copyOf(keys))))) {
            Commit commit = Commit.from(document);
            found.put(commit.position(), commit);
        }
        return List.copyOf(found.values());
    }

    Optional<Commit> last() {
        return Optional.ofNullable(
                        commits.find().sort(new Document("_id", -1)).limit(1).first())
                .map(Commit::from);
    }

    boolean endsAt(long position) {
        return position == 0 || commits.find(new Document("_id", position)).first() != null;
    }

    /** Commits whose last event stands at one of {@code from} to {@code to}, in order; with holes if there are any. */
    List<Commit> endingWithin(long from, long to) {
        List<Long> positions = LongStream.rangeClosed(from, to).boxed().toList();
        List<Commit> found = new ArrayList<>();
        for (Document document : commits.find(new Document("_id", new Document("$in", positions)))) {
            found.add(Commit.from(document));
        }
        found.sort(Comparator.comparingLong(Commit::position));
        return found;
    }
}

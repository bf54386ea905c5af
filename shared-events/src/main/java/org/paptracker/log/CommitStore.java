package org.paptracker.log;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The collection of commits, asked only in ways that one index answers: in the order of {@code _id}, or by keys.
 * MongoDB serves those best, and the embedded store serves no others without reading everything. Each method that answers
 * commits throws {@link UnprovenCommit} if one of them is not proven.
 */
final class CommitStore {
    static final String COLLECTION = "events";

    private final MongoCollection<Document> commits;
    private final CommitProof proof;
    private final boolean writes;

    /** To read only: nothing is made that is not there. */
    CommitStore(MongoDatabase database, CommitProof proof) {
        // Nobody may build on what a failover could still take back.
        this(
                database.getCollection(COLLECTION)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .withReadConcern(ReadConcern.MAJORITY),
                proof,
                false);
    }

    private CommitStore(MongoCollection<Document> commits, CommitProof proof, boolean writes) {
        this.commits = commits;
        this.proof = proof;
        this.writes = writes;
    }

    /** To write as well. The index is there before the first commit, for it is what refuses conflicts. */
    static CommitStore writing(MongoDatabase database, CommitProof proof) {
        MongoCollection<Document> commits = new CommitStore(database, proof).commits;
        commits.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        return new CommitStore(commits, proof, true);
    }

    /** The same, for reading commits as they lie there, proven or not. */
    CommitStore asItLies() {
        return new CommitStore(commits, CommitProof.UNASKED, false);
    }

    CommitProof proof() {
        return proof;
    }

    private Commit read(Document document) {
        return proof.required(Commit.from(document));
    }

    private void refuseReaders() {
        if (!writes) throw new UnsupportedOperationException("The log is open for reading only");
    }

    /**
     * Signs and inserts, in order, until one of them is refused because one of its keys or its place is taken. How many
     * were inserted. If it throws, nobody knows.
     *
     * @param requests of each commit, the key of its request
     */
    int insert(List<Commit> all, List<@Nullable String> requests) {
        refuseReaders();
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            documents.add(proof.signed(all.get(i)).toDocument(requests.get(i)));
        }
        if (documents.isEmpty()) return 0;
        try {
            commits.insertMany(documents);
            return documents.size();
        } catch (MongoBulkWriteException e) {
            List<BulkWriteError> refused = e.getWriteErrors();
            boolean isTaken = e.getWriteConcernError() == null
                    && refused.size() == 1
                    && refused.get(0).getCategory() == ErrorCategory.DUPLICATE_KEY;
            if (isTaken) return refused.get(0).getIndex();
            throw e;
        }
    }

    Optional<Commit> byKey(String key) {
        return Optional.ofNullable(commits.find(new Document("keys", key)).first())
                .map(this::read);
    }

    /** Each commit that holds at least one of the keys, once, in the log's order. */
    List<Commit> byKeys(Collection<String> keys) {
        List<Commit> found = commits.find(new Document("keys", new Document("$in", List.copyOf(keys))))
                .map(this::read)
                .into(new ArrayList<>());
        found.sort(Comparator.comparingLong(Commit::position));
        return found;
    }

    /** Those of the keys that stand in the log. No event is read for it. */
    Set<String> those(Set<String> keys) {
        if (keys.isEmpty()) return Set.of();
        Set<String> found = new HashSet<>();
        for (Document holder : commits.find(new Document("keys", new Document("$in", List.copyOf(keys))))
                .projection(new Document("keys", 1))) {
            holder.getList("keys", String.class).stream().filter(keys::contains).forEach(found::add);
        }
        return found;
    }

    /** The last commit of all; there may be a hole before it. */
    Optional<Commit> last() {
        return Optional.ofNullable(
                        commits.find().sort(new Document("_id", -1)).limit(1).first())
                .map(this::read);
    }

    /** The first commit whose last event stands at {@code position} or later; there may be a hole before it. */
    Optional<Commit> endingFrom(long position) {
        return Optional.ofNullable(commits.find(new Document("_id", new Document("$gte", position)))
                        .sort(new Document("_id", 1))
                        .limit(1)
                        .first())
                .map(this::read);
    }

    /** The first {@code most} commits whose last event stands after {@code position}; there may be a hole before each. */
    List<Commit> after(long position, int most) {
        return commits.find(new Document("_id", new Document("$gt", position)))
                .sort(new Document("_id", 1))
                .limit(most)
                .map(this::read)
                .into(new ArrayList<>());
    }

    /** Commits whose last event stands at one of {@code from} to {@code to}, in order; with holes if there are any. */
    List<Commit> endingWithin(long from, long to) {
        return commits.find(new Document("_id", new Document("$gte", from).append("$lte", to)))
                .sort(new Document("_id", 1))
                .map(this::read)
                .into(new ArrayList<>());
    }

    /**
     * The one change that a commit ever sees: something else in place of a text that lies beside its events. One
     * atomic step for each text, so that erasing another of the same commit at once does not bring this one
     * back; nothing if the text is gone already. The request's digest goes with it.
     */
    void replaceText(long position, String digest, Document by) {
        refuseReaders();
        String place = "texts." + digest;
        commits.updateOne(
                new Document("_id", position).append(place + ".text", new Document("$exists", true)),
                new Document("$set", new Document(place, by))
                        .append("$unset", new Document(Commit.REQUEST_DIGEST, "")));
    }
}

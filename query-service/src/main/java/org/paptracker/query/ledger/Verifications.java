package org.paptracker.query.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The verifications there were, numbered from 1: the last 1,000 of them. */
@Component
class Verifications {
    static final String COLLECTION = "verifications";
    private static final int MOST = 1_000;
    private static final String COMPARED = "compared";

    private final MongoCollection<Document> runs;

    Verifications(MongoDatabase database) {
        runs = database.getCollection(COLLECTION);
    }

    /** @param number counts up, whichever process of the service verified */
    record Run(long number, Verification verification) {}

    void add(Verification run) {
        long number = last().map(Run::number).orElse(0L) + 1;
        while (!insert(number, run)) number++; // another process has just verified, too
        runs.deleteOne(new Document("_id", number - MOST));
    }

    private boolean insert(long number, Verification run) {
        try {
            runs.insertOne(document(number, run));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    Optional<Run> last() {
        return Optional.ofNullable(
                        runs.find().sort(new Document("_id", -1)).limit(1).first())
                .map(Verifications::run);
    }

    /** The newest first. */
    List<Run> all() {
        return runs.find().sort(new Document("_id", -1)).map(Verifications::run).into(new ArrayList<>());
    }

    private static Document document(long number, Verification run) {
        Document document = new Document("_id", number)
                .append("verifiedAt", Date.from(run.verifiedAt()))
                .append("size", run.size())
                .append("holds", run.holds())
                .append("sentence", run.sentence());
        if (run.root() != null) document.append("root", run.root());
        if (run.firstBreak() != null) document.append("firstBreak", run.firstBreak());
        if (!run.compared().isEmpty()) document.append(COMPARED, run.compared());
        return document;
    }

    private static Run run(Document document) {
        return new Run(
                document.getLong("_id"),
                new Verification(
                        document.getDate("verifiedAt").toInstant(),
                        document.getLong("size"),
                        document.getString("root"),
                        document.getBoolean("holds"),
                        document.getLong("firstBreak"),
                        document.getString("sentence"),
                        document.getList(COMPARED, String.class, List.of())));
    }
}

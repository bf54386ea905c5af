package org.paptracker.query.platform.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import org.bson.Document;

/**
 * Stored documents replaced in one round trip, each only if it is still as its filter says. Where it is not, a newer one
 * has the place: a late one is dropped.
 */
public final class Replacements {
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions EACH_ON_ITS_OWN = new BulkWriteOptions().ordered(false);

    private Replacements() {}

    /** @param old the {@code _id}, and what a document that may be replaced is like */
    public static ReplaceOneModel<Document> of(Document old, Document by) {
        return new ReplaceOneModel<>(old, by, OR_INSERT);
    }

    /** For a filter: that a position compares otherwise. True of a document without the field too. */
    public static Document not(String comparison, long position) {
        return new Document("$not", new Document(comparison, position));
    }

    public static void write(MongoCollection<Document> collection, List<ReplaceOneModel<Document>> replacements) {
        if (replacements.isEmpty()) return;
        try {
            collection.bulkWrite(replacements, EACH_ON_ITS_OWN);
        } catch (MongoBulkWriteException e) {
            // Nothing like the filter was found to be replaced, and the place is taken.
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY))
                throw e;
        }
    }
}

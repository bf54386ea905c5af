package org.paptracker.query.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.paptracker.query.platform.projection.Projections;
import org.springframework.stereotype.Component;

/** The stored tiles, {@code { _id: "level/index", count, hashes }}, and beside them the size, {@code { _id: "size", size }}. */
@Component
class Tiles {
    private static final String SIZE = "size";
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    Tiles(MongoDatabase database) {
        collection = database.getCollection(Projections.LEDGER);
    }

    /** How many leaves the tree has. A tile may hold more already, never less. */
    long size() {
        Document stored = collection.find(new Document("_id", SIZE)).first();
        return stored == null ? 0 : stored.getLong(SIZE);
    }

    /** Says that the tree has {@code size} leaves. It never shrinks: who says less is late, and is not heard. */
    void grownTo(long size) {
        replace(
                new Document("_id", SIZE).append(SIZE, new Document("$lt", size)),
                new Document("_id", SIZE).append(SIZE, size));
    }

    /** Without any hash if there is no such tile. */
    Tile read(int level, long index) {
        Document stored =
                collection.find(new Document("_id", Tile.key(level, index))).first();
        if (stored == null) return Tile.empty(level, index);
        byte[] bytes = stored.get("hashes", Binary.class).getData();
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at + Hash.LENGTH <= bytes.length; at += Hash.LENGTH) hashes.add(Hash.at(bytes, at));
        return new Tile(level, index, hashes);
    }

    /**
     * Writes {@code now}, which continues {@code before}, unless somebody else has been there since {@code before} was
     * read. So whoever held up the token for so long that another process took it over can't undo that one's work.
     *
     * @return whether it was written
     */
    boolean write(Tile before, Tile now) {
        byte[] bytes = new byte[now.hashes().size() * Hash.LENGTH];
        for (int i = 0; i < now.hashes().size(); i++) now.hashes().get(i).copyTo(bytes, i * Hash.LENGTH);
        return replace(
                new Document("_id", now.key()).append("count", before.hashes().size()),
                new Document("_id", now.key())
                        .append("count", now.hashes().size())
                        .append("hashes", new Binary(bytes)));
    }

    /** False if what is there is not as {@code as} says. */
    private boolean replace(Document as, Document by) {
        try {
            collection.replaceOne(as, by, OR_INSERT);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }
}

package org.paptracker.query.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** The stored tiles, {@code { _id: "level/index", count, hashes }}, and beside them the size, {@code { _id: "size", size }}. */
@Component
class Tiles {
    private static final String SIZE = "size";
    private static final String SIGNED = "signed";
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    Tiles(MongoDatabase database) {
        collection = database.getCollection(LedgerProjection.PROJECTION);
    }

    /** How many leaves the tree has. A tile may hold more already, never less. */
    long size() {
        Document stored = collection.find(new Document("_id", SIZE)).first();
        return stored == null ? 0 : stored.getLong(SIZE);
    }

    /** Says that the tree has {@code size} leaves. It never shrinks: who says less is late, and is not heard. */
    void grownTo(long size) {
        try {
            collection.replaceOne(
                    new Document("_id", SIZE).append(SIZE, new Document("$lt", size)),
                    new Document("_id", SIZE).append(SIZE, size),
                    OR_INSERT);
        } catch (MongoWriteException e) {
            if (!isTaken(e.getError().getCode())) throw e;
        }
    }

    /** Over how many entries a checkpoint was signed at least; 0 if none was. */
    long signed() {
        Document stored = collection.find(new Document("_id", SIGNED)).first();
        return stored == null ? 0 : stored.getLong(SIZE);
    }

    void signed(long size) {
        collection.replaceOne(new Document("_id", SIGNED), new Document("_id", SIGNED).append(SIZE, size), OR_INSERT);
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

    /** @param now continues {@code before}, which is what was read */
    record Change(Tile before, Tile now) {
        /** Of a tile of leaves, {@link Tile#end}. */
        long end() {
            return now.end();
        }

        private boolean isOne() {
            return now.hashes().size() > before.hashes().size();
        }
    }

    /**
     * Writes tiles in this order, unless somebody else has been at one of them since it was read. So a process that
     * held up the token for so long that another took it over can't undo the other's work.
     *
     * @return whether all were written; if not, some of the first may have been
     */
    boolean write(List<Change> changes) {
        List<ReplaceOneModel<Document>> writes = changes.stream()
                .filter(Change::isOne)
                .map(change -> new ReplaceOneModel<>(as(change.before()), document(change.now()), OR_INSERT))
                .toList();
        try {
            if (!writes.isEmpty()) collection.bulkWrite(writes);
            return true;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> isTaken(error.getCode()))) return false;
            throw e;
        }
    }

    private static Document as(Tile read) {
        return new Document("_id", read.key()).append("count", read.hashes().size());
    }

    private static Document document(Tile tile) {
        byte[] bytes = new byte[tile.hashes().size() * Hash.LENGTH];
        for (int i = 0; i < tile.hashes().size(); i++) tile.hashes().get(i).copyTo(bytes, i * Hash.LENGTH);
        return new Document("_id", tile.key())
                .append("count", tile.hashes().size())
                .append("hashes", new Binary(bytes));
    }

    /** What is there is not as the filter says, and so its place is taken. */
    private static boolean isTaken(int error) {
        return ErrorCategory.fromErrorCode(error) == ErrorCategory.DUPLICATE_KEY;
    }
}

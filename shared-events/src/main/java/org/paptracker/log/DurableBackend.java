package org.paptracker.log;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Keeps what it acknowledges, and shows nobody what it might not keep. */
final class DurableBackend extends H2Backend {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "dropindexes",
            "drop",
            "dropdatabase",
            "renamecollection");

    private static final int COMPACT_BELOW_PER_CENT = 60;
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;

    private final MVStore file;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock saving = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong(); // writing commands
    private volatile long saved; // of these, on the disk

    DurableBackend(MVStore file) {
        super(file);
        this.file = file;
        // Old versions of pages are never read again: their space may be used at once.
        file.setRetentionTime(0);
        file.setVersionsToKeep(0);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            Document hello = super.handleCommand(channel, database, "ismaster", query);
            hello.put("isWritablePrimary", true);
            return hello;
        }
        try {
            return WRITES.contains(name)
                    ? write(channel, database, command, query)
                    : super.handleCommand(channel, database, command, query);
        } finally {
            save(begun.get());
        }
    }

    private Document write(Channel channel, String database, String command, Document query) {
        writing.lock();
        try {
            begun.incrementAndGet(); // first, for a reader may see it half done, and must wait too
            return super.handleCommand(channel, database, command, query);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Waits until what was written is on the disk; a reader too, for it may have seen what a power cut could still take
     * back. Whoever comes meanwhile shares the next wait. One version of the file holds whole commands only, so none
     * is torn, and no version begins before the one before it is on the disk, whose space it may use again.
     */
    private void save(long upTo) {
        if (saved >= upTo) return;
        saving.lock();
        try {
            if (saved >= upTo) return;
            long reached;
            writing.lock();
            try {
                reached = begun.get();
                file.commit();
            } finally {
                writing.unlock();
            }
            file.sync();
            saved = reached;
        } finally {
            saving.unlock();
        }
    }

    /** Gathers what is still needed from parts of the file that hold little of it, so that their space can be used. */
    void compact() {
        writing.lock();
        try {
            if (file.compact(COMPACT_BELOW_PER_CENT, COMPACT_BYTES)) begun.incrementAndGet();
        } finally {
            writing.unlock();
        }
        save(begun.get());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name);
    }

    /** An inner class, for its maps are opened by the constructor of its parent, before fields of its own are set. */
    private final class BsonDatabase extends H2Database {
        BsonDatabase(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            String name = getFullCollectionNamespace(collection);
            MVMap<Object, Document> documents = getMvStore()
                    .openMap("databases." + name, new MVMap.Builder<Object, Document>().valueType(BsonTypes.DOCUMENT));
            MVMap<String, Object> meta = getMvStore().openMap("meta." + name);
            return new OrderedCollection(this, collection, options, documents, meta, cursorRegistry);
        }

        /** Opened first with the type of its keys, the map is that one whoever opens it next. */
        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            getMvStore()
                    .openMap(
                            getFullCollectionNamespace(collection) + "._index_" + index,
                            new MVMap.Builder<KeyValue, Object>().keyType(BsonTypes.KEY));
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }
    }
}

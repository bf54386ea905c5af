package org.paptracker.log;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what it acknowledges, and shows nobody what it might not keep. */
final class DurableBackend extends AbstractMongoBackend {
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

    private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);
    private static final String DOCUMENTS = "databases."; // how the name of a map of documents begins

    private static final int FRAMES_TOLD = 8;
    private static final int COMPACT_BELOW_PER_CENT = 60;
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;

    /** What MongoDB says of a full disk, by which everybody who writes knows it. */
    private static final Document DISK_IS_FULL = new Document("code", 14031).append("codeName", "OutOfDiskSpace");

    private final StoreFile owned;
    private final Map<String, MongoDatabase> databases = new ConcurrentHashMap<>();
    private final ReadWriteLock use = new ReentrantReadWriteLock(); // to write: nobody else uses the file
    private volatile MVStore file;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock saving = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong(); // writing commands
    private volatile long saved; // of these, on the disk
    private volatile boolean failed; // something could not be written: memory is ahead of the disk
    private volatile boolean closed;

    DurableBackend(StoreFile owned) {
        this.owned = owned;
        file = prepared(owned.open());
        openDatabases();
    }

    private static MVStore prepared(MVStore opened) {
        // Old versions of pages are never read again: their space may be used at once.
        opened.setRetentionTime(0);
        opened.setVersionsToKeep(0);
        return opened;
    }

    private void openDatabases() {
        for (String map : file.getMapNames()) {
            if (map.startsWith(DOCUMENTS)) resolveDatabase(Utils.firstFragment(map.substring(DOCUMENTS.length())));
        }
    }

    /** As its parent; but the library would log a command that fails with all that it holds. */
    @Override
    public Document handleMessage(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next();
        try {
            return super.handleMessage(message);
        } catch (MongoServerError e) {
            LOG.warn("The command {} was refused: {}, code {}", command, e.getCodeName(), e.getCode());
            Document failure = failure(e.getMessageWithoutErrorCode()).append("code", e.getCode());
            failure.putIfNotNull("codeName", e.getCodeName());
            return failure;
        } catch (RuntimeException e) {
            boolean ofTheFile = e instanceof MVStoreException || e instanceof UncheckedIOException;
            String why = e.getClass().getName() + (ofTheFile ? ": " + e.getMessage() : "");
            List<StackTraceElement> where =
                    Stream.of(e.getStackTrace()).limit(FRAMES_TOLD).toList();
            LOG.error("The command {} failed: {}, at {}", command, why, where);
            Document failure = failure("The store failed: " + why);
            if (ofTheFile && owned.isDiskFull(e)) failure.putAll(DISK_IS_FULL);
            return failure;
        }
    }

    private static Document failure(String why) {
        return new Document("errmsg", why).append("ok", 0);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            Document hello = super.handleCommand(channel, database, "ismaster", query);
            hello.put("isWritablePrimary", true);
            return hello;
        }
        if (isBroken()) openAgain();
        if (name.equals("compact")) return scrub();
        use.readLock().lock();
        try {
            return WRITES.contains(name)
                    ? write(channel, database, command, query)
                    : super.handleCommand(channel, database, command, query);
        } finally {
            try {
                save(begun.get());
            } finally {
                use.readLock().unlock();
            }
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
     * back. Callers who come meanwhile share the next wait. One version of the file holds whole commands only, so none
     * is torn, and no version begins before the one before it is on the disk, whose space it may use again.
     */
    private void save(long upTo) {
        if (saved >= upTo) return;
        saving.lock();
        try {
            if (saved >= upTo) return;
            // A disk that could not write forgets what it was to write, and says yes when asked again.
            if (failed) throw new UncheckedIOException(new IOException("An earlier write failed"));
            long reached;
            writing.lock();
            try {
                reached = begun.get();
                file.commit();
            } finally {
                writing.unlock();
            }
            file.sync();
            owned.requireThere(); // what lies in a file that was removed is on no disk for long
            saved = reached;
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        } finally {
            saving.unlock();
        }
    }

    /**
     * After a write that failed, on a full disk for example: nobody was told that it is written, nobody may see it, and a
     * later one must not bring it along. So the file is read anew, as after a crash, with what was acknowledged in it.
     */
    private void openAgain() {
        use.writeLock().lock();
        try {
            if (!isBroken()) return;
            file.closeImmediately();
            reopen();
            saved = begun.get();
            LOG.warn("The embedded store could not write, and was opened again as it was before");
        } finally {
            use.writeLock().unlock();
        }
    }

    private boolean isBroken() {
        return !closed && (failed || file.isClosed());
    }

    private void reopen() {
        failed = true; // until it is open
        databases.clear();
        file = prepared(owned.reopen());
        openDatabases();
        failed = false;
    }

    /** Gathers what is still needed from parts of the file that hold little of it, so that their space can be used. */
    void compact() {
        if (isBroken()) return; // the next caller opens it again
        use.readLock().lock();
        try {
            writing.lock();
            try {
                if (file.compact(COMPACT_BELOW_PER_CENT, COMPACT_BYTES)) begun.incrementAndGet();
            } finally {
                writing.unlock();
            }
            save(begun.get());
        } catch (MVStoreException | UncheckedIOException e) { // thrown on, it would be the last time that this is done
            failed = true;
            LOG.warn("The embedded store could not be compacted: {}", e.toString());
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * MongoDB's {@code compact}, for all collections at once: afterwards nothing that was deleted or overwritten is in
     * the file. Everybody else waits. What was acknowledged is on the disk before it begins.
     */
    private Document scrub() {
        use.writeLock().lock();
        try {
            save(begun.get());
            long before = owned.size();
            file.close();
            try {
                owned.scrub();
            } finally {
                reopen();
            }
            Document answer = new Document("bytesFreed", Math.max(0, before - owned.size()));
            Utils.markOkay(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded store's file could not be written anew", e);
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Of this backend and not of its parent, which has no way to let go of them when the file is opened anew. */
    @Override
    public MongoDatabase resolveDatabase(String name) {
        return databases.computeIfAbsent(name, this::openOrCreateDatabase);
    }

    @Override
    public void dropDatabase(String name) {
        MongoDatabase dropped = databases.remove(name);
        if (dropped != null) dropped.drop(oplog);
    }

    @Override
    protected Set<String> listDatabaseNames() {
        return databases.keySet();
    }

    @Override
    public void handleClose(Channel channel) {
        databases.values().forEach(database -> database.handleClose(channel));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name);
    }

    @Override
    public void close() {
        closed = true;
        super.close();
        file.close();
        owned.close();
    }

    /** An inner class, for its maps are opened by the constructor of its parent, before fields of its own are set. */
    private final class BsonDatabase extends H2Database {
        BsonDatabase(String name) {
            super(name, file, getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            String name = getFullCollectionNamespace(collection);
            MVMap<Object, Document> documents =
                    file.openMap(DOCUMENTS + name, new MVMap.Builder<Object, Document>().valueType(BsonTypes.DOCUMENT));
            MVMap<String, Object> meta = file.openMap("meta." + name);
            return new OrderedCollection(this, collection, options, documents, meta, cursorRegistry);
        }

        /** Opened first with the type of its keys, the map keeps that type, no matter who opens it next. */
        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            file.openMap(
                    getFullCollectionNamespace(collection) + "._index_" + index,
                    new MVMap.Builder<KeyValue, Object>().keyType(BsonTypes.KEY));
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }
    }
}

package org.paptracker.log;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * mongo-java-server on an H2 file, made durable: what a writer was told is written is on the disk. As shipped it is a
 * test double that saves now and then. Speaks MongoDB's protocol on the loopback address only. Scope: ADR 6.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String FILE = "store.mv";
    private static final long COMPACT_EVERY_SECONDS = 5;

    private final MongoServer server;
    private final ScheduledExecutorService compactor;

    private EmbeddedMongo(MongoServer server, ScheduledExecutorService compactor) {
        this.server = server;
        this.compactor = compactor;
    }

    /**
     * Opens the store in {@code directory}, made if it does not exist, and listens on {@code port} (0: any free one).
     *
     * @throws StoreUnavailable if another process has it open, the port is taken, or the directory can't be written
     */
    public static EmbeddedMongo open(Path directory, int port) {
        MVStore file = openFile(directory);
        Durable backend = new Durable(file);
        MongoServer server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 4);
        } catch (RuntimeException e) {
            file.closeImmediately();
            throw new StoreUnavailable("Port " + port + " is taken: the embedded store can't listen there", e);
        }
        ScheduledExecutorService compactor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "embedded-store-compactor");
            thread.setDaemon(true);
            return thread;
        });
        var unused = compactor.scheduleWithFixedDelay(
                backend::compact, COMPACT_EVERY_SECONDS, COMPACT_EVERY_SECONDS, TimeUnit.SECONDS);
        return new EmbeddedMongo(server, compactor);
    }

    private static MVStore openFile(Path directory) {
        try {
            Files.createDirectories(directory);
            return new MVStore.Builder()
                    .fileName(directory.resolve(FILE).toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(16)
                    .open();
        } catch (MVStoreException e) {
            throw new StoreUnavailable("The embedded store in " + directory + " is in use by another process", e);
        } catch (IOException e) {
            throw new StoreUnavailable("The directory " + directory + " can't be written", new UncheckedIOException(e));
        }
    }

    public String connectionString() {
        return server.getConnectionString();
    }

    @Override
    public void close() {
        compactor.shutdownNow();
        server.shutdownNow();
    }

    /** Why the store could not be opened, in one sentence for a person. */
    public static final class StoreUnavailable extends RuntimeException {
        StoreUnavailable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    private static final class Durable extends H2Backend {
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

        private final MVStore file;
        private final ReentrantLock writing = new ReentrantLock();

        Durable(MVStore file) {
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
            return WRITES.contains(name)
                    ? written(channel, database, command, query)
                    : super.handleCommand(channel, database, command, query);
        }

        /**
         * One version of the file holds one whole command, so none is torn. The disk is waited for outside the lock:
         * whoever comes meanwhile shares the next wait.
         */
        private Document written(Channel channel, String database, String command, Document query) {
            Document answer;
            writing.lock();
            try {
                answer = super.handleCommand(channel, database, command, query);
            } finally {
                try {
                    file.commit();
                } finally {
                    writing.unlock();
                }
            }
            file.sync();
            return answer;
        }

        private void compact() {
            writing.lock();
            try {
                file.compact(80, 8 * 1024 * 1024);
            } finally {
                writing.unlock();
            }
        }
    }
}

package org.paptracker.log;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * mongo-java-server on an H2 file, made durable: what a writer was told is written is on the disk. As shipped it is a
 * test double that saves now and then. Speaks MongoDB's protocol on the loopback address only. Scope: ADR 6.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String FILE = "store.mv";
    private static final long COMPACT_EVERY_MILLIS = 250;

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
        DurableBackend backend = new DurableBackend(file);
        MongoServer server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 4);
        } catch (Exception e) { // netty throws checked exceptions unchecked
            server.shutdownNow();
            throw new StoreUnavailable("Port " + port + " is taken: the embedded store can't listen there", e);
        }
        ScheduledExecutorService compactor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "embedded-store-compactor");
            thread.setDaemon(true);
            return thread;
        });
        var unused = compactor.scheduleWithFixedDelay(
                backend::compact, COMPACT_EVERY_MILLIS, COMPACT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return new EmbeddedMongo(server, compactor);
    }

    private static MVStore openFile(Path directory) {
        try {
            Files.createDirectories(directory);
            MVStore file = new MVStore.Builder()
                    .fileName(directory.resolve(FILE).toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(16)
                    .open();
            if (!file.getFileStore().isReadOnly()) return file;
            file.closeImmediately();
            throw new IOException("Read-only: " + directory.resolve(FILE));
        } catch (IOException e) {
            throw new StoreUnavailable("The directory " + directory + " can't be written", e);
        } catch (MVStoreException e) {
            throw new StoreUnavailable(
                    switch (e.getErrorCode()) {
                        case DataUtils.ERROR_FILE_LOCKED ->
                            "The embedded store in " + directory + " is in use by another process";
                        case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                            "The file " + directory.resolve(FILE) + " is damaged or not an embedded store";
                        default -> "The directory " + directory + " can't be written";
                    },
                    e);
        }
    }

    public String connectionString() {
        return server.getConnectionString();
    }

    @Override
    public void close() {
        compactor.shutdown(); // never interrupted: that would close the file under all writers
        try {
            if (!compactor.awaitTermination(10, TimeUnit.SECONDS)) throw new IllegalStateException("Still compacting");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.shutdownNow();
    }

    /** Why the store could not be opened, in one sentence for a person. */
    public static final class StoreUnavailable extends RuntimeException {
        StoreUnavailable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}

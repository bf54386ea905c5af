package org.paptracker.log;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * mongo-java-server on an H2 file, made durable: what a writer was told is written is on the disk. As shipped it is a
 * test double that saves now and then. Speaks MongoDB's protocol on the loopback address only. Scope: ADR 6.
 */
public final class EmbeddedMongo implements AutoCloseable {
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
        DurableBackend backend = backend(directory);
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

    private static DurableBackend backend(Path directory) {
        StoreFile file = StoreFile.own(directory);
        try {
            file.scrubIfPresent();
            return new DurableBackend(file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
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
        StoreUnavailable(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }
}

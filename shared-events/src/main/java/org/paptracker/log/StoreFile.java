package org.paptracker.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.EmbeddedMongo.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the embedded store, for the one process that owns the directory until it is closed. */
final class StoreFile implements AutoCloseable {
    static final String NAME = "store.mv";
    /** Of its own, for a scrub lets go of the store's file for a moment. */
    private static final String LOCK = "store.lock";

    private static final String SCRUBBED = NAME + ".scrubbed";
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);
    private static final long LEAST_SPACE = 256 * 1024;

    private final Path directory;
    private final String scheme;
    private final FileChannel lock;

    private volatile boolean gone;

    /** What tells the open file from another that lies in its place. */
    private volatile @Nullable Object opened;

    private StoreFile(Path directory, String scheme, FileChannel lock) {
        this.directory = directory;
        this.scheme = scheme;
        this.lock = lock;
    }

    /** @throws StoreUnavailable if another process owns it, or it can't be written */
    static StoreFile own(Path directory) {
        return own(directory, "");
    }

    /** @param scheme of H2's file system, with its colon; empty for the usual */
    static StoreFile own(Path directory, String scheme) {
        try {
            Files.createDirectories(directory);
            FileChannel lock =
                    FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(lock)) {
                lock.close();
                throw inUse(directory, null);
            }
            Files.deleteIfExists(directory.resolve(SCRUBBED)); // of a scrub that was killed
            return new StoreFile(directory, scheme, lock);
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true; // by this very process
        }
    }

    /**
     * Opens again what this process had open. A file that has gone meanwhile is not made anew, and one that somebody put
     * in its place waits for the next start, which looks whether it is of this log.
     */
    MVStore reopen() {
        requireThere();
        return open();
    }

    /** @throws UncheckedIOException if the file that was opened is no longer what lies at its place */
    void requireThere() {
        if (gone) throw gone(); // a new file may get the identity of the old one
        try {
            if (opened != null && !opened.equals(identity())) throw gone();
        } catch (IOException e) {
            throw gone();
        }
    }

    private UncheckedIOException gone() {
        gone = true;
        return new UncheckedIOException(new IOException("The file " + path() + " has gone"));
    }

    /** Null where files have no identity of their own. */
    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(path(), BasicFileAttributes.class).fileKey();
    }

    /** @throws StoreUnavailable if it can't be read or written */
    MVStore open() {
        MVStore file = opening();
        try {
            opened = identity();
        } catch (IOException e) {
            file.closeImmediately();
            throw notWritable(directory, e);
        }
        return file;
    }

    private MVStore opening() {
        try {
            MVStore file = new MVStore.Builder()
                    .fileName(scheme + path())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(16)
                    .open();
            if (!file.getFileStore().isReadOnly()) return file;
            file.closeImmediately();
            throw new IOException("Read-only: " + path());
        } catch (IOException e) {
            throw notWritable(directory, e);
        } catch (MVStoreException e) {
            throw switch (e.getErrorCode()) {
                case DataUtils.ERROR_FILE_LOCKED -> inUse(directory, e);
                case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                    new StoreUnavailable("The file " + path() + " is damaged or not an embedded store", e);
                default -> notWritable(directory, e);
            };
        }
    }

    /**
     * Scrubs what an earlier life may have left to scrub when it was killed. What can't be scrubbed is left as it is, and
     * opening it says why.
     */
    void scrubIfPresent() {
        try {
            if (Files.exists(path()) && size() > 0) scrub();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "What was erased may still be in the free space of {}, which could not be written anew: {}",
                    path(),
                    e.toString());
        }
    }

    /**
     * Writes the file anew, while nobody has it open: the pages that are reached from a map's root, and nothing else.
     * The new file never saw what was deleted, neither in a page nor in the padding of one, and takes the old one's
     * place in one step once it is on the disk. Killed at any instant, it is the old file or the new.
     */
    void scrub() throws IOException {
        Path scrubbed = directory.resolve(SCRUBBED);
        try {
            MVStore.compact(path().toString(), scrubbed.toString(), false, null);
            sync(scrubbed, StandardOpenOption.WRITE);
            Files.move(scrubbed, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (opened != null) opened = identity();
        } finally {
            Files.deleteIfExists(scrubbed);
        }
        syncDirectory();
    }

    private void syncDirectory() {
        try {
            sync(directory, StandardOpenOption.READ);
        } catch (IOException e) {
            LOG.debug("This system does not sync directories", e);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Whether that is why something could not be written. */
    boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left")) return true;
        }
        try {
            return Files.getFileStore(directory).getUsableSpace() < LEAST_SPACE;
        } catch (IOException e) {
            return false;
        }
    }

    /** Bytes. */
    long size() throws IOException {
        return Files.size(path());
    }

    private Path path() {
        return directory.resolve(NAME);
    }

    private static StoreUnavailable inUse(Path directory, @Nullable Throwable cause) {
        return new StoreUnavailable("The embedded store in " + directory + " is in use by another process", cause);
    }

    private static StoreUnavailable notWritable(Path directory, Throwable cause) {
        return new StoreUnavailable("The directory " + directory + " can't be written", cause);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("Let go of all the same", e);
        }
    }
}

package org.paptracker.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What a data directory knows of its log, beside the store: so that the store alone can't say otherwise. Each fact has a
 * file of its own, for two services may share a directory.
 */
public final class KnownLog {
    private static final String FOLDER = "known-log";

    /** A fact, by the name of its file. */
    public enum Fact {
        /** The position up to which commits are from before commits were signed. */
        UNSIGNED_UP_TO("unsigned-up-to"),
        /** How far the log had come when it was last looked at, and the id of its first entry. */
        LOG_SEEN("log-seen"),
        /** The size and root of the last checkpoint that was signed. */
        SIGNED_CHECKPOINT("signed-checkpoint");

        private final String file;

        Fact(String file) {
            this.file = file;
        }
    }

    private final Path folder;

    public KnownLog(Path directory) {
        folder = directory.resolve(FOLDER);
    }

    /** Where it is kept, to be told to a person. */
    public Path file(Fact fact) {
        return folder.resolve(fact.file);
    }

    /** As it was last written; empty if it never was. */
    public Optional<String> read(Fact fact) {
        try {
            return Optional.of(Files.readString(file(fact)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces it whole: after a crash there is the old one or the new one, on the disk. */
    public void write(Fact fact, String value) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, fact.file, ".tmp");
            try {
                write(draft, value + "\n");
                move(draft, file(fact));
                try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path draft, String value) throws IOException {
        Files.writeString(draft, value, StandardCharsets.UTF_8);
        try (FileChannel content = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            content.force(true);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("The data directory can't replace a file at once", e);
        }
    }
}

package org.paptracker.query.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the key comes from that signs checkpoints, and in which words a start is refused without one. */
final class SigningKeys {
    static final String FILE = "audit-signing-key";
    static final String SETTING = "PAP_AUDIT_SIGNING_KEY";
    private static final String HOST = "paptracker.local";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SigningKeys() {}

    static NoteSigner given(String setting) {
        try {
            return NoteSigner.parse(setting);
        } catch (IllegalArgumentException e) {
            throw new Unusable(
                    SETTING + " is not a signing key",
                    "It has the form PRIVATE+KEY+name+id+base64. Copy it again, in full.",
                    null);
        }
    }

    static Unusable missing() {
        return new Unusable(
                SETTING + " is not set",
                "On MongoDB the key that signs checkpoints has to be given. A first start without MongoDB, with an empty"
                        + " PAP_DATA, makes one in the file " + FILE + " there.",
                null);
    }

    /** The key in the data directory, made if there is none. It is never written over. */
    static NoteSigner in(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) make(file);
            return read(file);
        } catch (IOException e) {
            throw new Unusable(
                    "The signing key " + file + " can't be read or made",
                    "Let the service read and write the data directory, or set " + SETTING + ".",
                    e);
        }
    }

    private static NoteSigner read(Path file) throws IOException {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!others.isEmpty()) {
            throw new Unusable(
                    "Others than its owner may use the signing key " + file,
                    "Anyone who has read it can sign in your name. If nobody has: chmod 600 " + file,
                    null);
        }
        try {
            return NoteSigner.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new Unusable(
                    "The file " + file + " holds no signing key",
                    "Put back the one that was there. If it is lost, move the file away: a new key will be made, and"
                            + " older checkpoints keep the old one's name.",
                    null);
        }
    }

    /** Its owner's from the first byte on, and there whole or not at all. */
    private static void make(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, FILE, ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(draft, NoteSigner.make(HOST, new SecureRandom()).signerKey() + "\n");
            Files.createLink(file, draft); // a move would write over a key that another start has just made
        } catch (FileAlreadyExistsException e) {
            // That one it is.
        } finally {
            Files.delete(draft);
        }
    }

    /** Why there is no key to sign with, and what to do about it. Never holds any part of a key. */
    static final class Unusable extends RuntimeException {
        private final String action;

        Unusable(String sentence, String action, @Nullable Throwable cause) {
            super(sentence, cause);
            this.action = action;
        }

        String action() {
            return action;
        }
    }
}

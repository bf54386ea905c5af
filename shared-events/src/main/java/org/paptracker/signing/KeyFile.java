package org.paptracker.signing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where one of our keys comes from: a setting, or a file in the data directory.
 *
 * @param file its name there
 * @param setting what a person sets instead
 */
public record KeyFile(String file, String setting) {
    private static final String HOST = "paptracker.local";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** What was set. */
    public SigningKey given(String value) {
        try {
            return SigningKey.parse(value);
        } catch (IllegalArgumentException e) {
            throw new KeyUnusable(
                    setting + " is not a signing key",
                    "It has the form PRIVATE+KEY+name+id+base64. Copy it again, in full.",
                    null);
        }
    }

    /** @param does what the key is for: {@code signs checkpoints} */
    public KeyUnusable missing(String does) {
        return new KeyUnusable(
                setting + " is not set",
                "On MongoDB the key that " + does + " has to be given. A first start without MongoDB, with an empty"
                        + " PAP_DATA, makes one in the file " + file + " there.",
                null);
    }

    public boolean isIn(Path directory) {
        return Files.exists(directory.resolve(file));
    }

    /** The key in the data directory, made if there is none. It is never written over. */
    public SigningKey in(Path directory) {
        Path path = directory.resolve(file);
        try {
            if (!Files.exists(path)) make(path);
            return read(path);
        } catch (IOException e) {
            throw new KeyUnusable(
                    "The signing key " + path + " can't be read or made",
                    "Let the service read and write the data directory, or set " + setting + ".",
                    e);
        }
    }

    private static SigningKey read(Path path) throws IOException {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        others.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!others.isEmpty()) {
            throw new KeyUnusable(
                    "Others than its owner may use the signing key " + path,
                    "Anyone who has read it can sign in your name. If nobody has: chmod 600 " + path,
                    null);
        }
        try {
            return SigningKey.parse(Files.readString(path));
        } catch (IllegalArgumentException e) {
            throw new KeyUnusable(
                    "The file " + path + " holds no signing key",
                    "Put back the one that was there. If it is lost, move the file away: a new key will be made, and"
                            + " what is signed already keeps the old one's name.",
                    null);
        }
    }

    /** Its owner's from the first byte on, and there whole or not at all. */
    private void make(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, file, ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(draft, SigningKey.make(HOST, new SecureRandom()).secret() + "\n");
            Files.createLink(path, draft); // a move would write over a key that another start has just made
        } catch (FileAlreadyExistsException e) {
            // That one it is.
        } finally {
            Files.delete(draft);
        }
    }
}

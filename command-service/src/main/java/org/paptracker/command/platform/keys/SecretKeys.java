package org.paptracker.command.platform.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key of 32 random bytes, in hexadecimal: the one that is set or, on the embedded store, the one in the data directory.
 * Several services on one store need the same, so on MongoDB it has to be set.
 *
 * @param setting its environment variable
 * @param file its name in the data directory
 */
public record SecretKeys(String setting, String file) {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /**
     * @param given what is set; empty if nothing is
     * @param mongoUri of the store; empty if it is embedded
     * @throws UnusableKey in words for the person who starts the service
     */
    public byte[] key(String given, String mongoUri, Path directory) {
        check(given, mongoUri);
        return given.isEmpty() ? in(directory.resolve(file)) : parsed(given);
    }

    /**
     * Looks at what is set, and at nothing else.
     *
     * @throws UnusableKey as {@link #key}
     */
    public void check(String given, String mongoUri) {
        if (given.isEmpty() && !mongoUri.isEmpty()) {
            throw new UnusableKey(
                    setting + " is not set",
                    "On MongoDB it has to be given, the same to each command-service. Make one, once: openssl rand -hex 32",
                    null);
        }
        if (given.isEmpty()) return;
        var unused = parsed(given);
    }

    private byte[] parsed(String given) {
        return parsed(given, setting + " is not a key", "Make one: openssl rand -hex 32");
    }

    private static byte[] parsed(String key, String sentence, String action) {
        if (!SHAPE.matcher(key.strip()).matches()) throw new UnusableKey(sentence, action, null);
        return HexFormat.of().parseHex(key.strip());
    }

    /** Made if there is none. It is never written over. */
    private byte[] in(Path path) {
        try {
            if (!Files.exists(path)) make(path);
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            others.removeAll(EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            if (!others.isEmpty()) {
                throw new UnusableKey(
                        "Others than its owner may use the key " + path,
                        "Move it away, and a new one is made. If nobody has read it: chmod 600 " + path,
                        null);
            }
            return parsed(
                    Files.readString(path),
                    "The file " + path + " holds no key",
                    "Put back the one that was there. If it is lost, move the file away, and a new one is made.");
        } catch (IOException e) {
            throw new UnusableKey(
                    "The key " + path + " can't be read or made",
                    "Let the service read and write the data directory, or set " + setting + ".",
                    e);
        }
    }

    /** Its owner's from the first byte on, and there whole or not at all. */
    private void make(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, file, ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.writeString(draft, HexFormat.of().formatHex(key) + "\n");
            Files.createLink(path, draft); // a move would write over a key that another start has just made
        } catch (FileAlreadyExistsException e) {
            // That one it is.
        } finally {
            Files.delete(draft);
        }
    }
}

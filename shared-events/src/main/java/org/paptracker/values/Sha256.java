package org.paptracker.values;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one hash that everything here is known by (FIPS 180-4). */
public final class Sha256 {
    private Sha256() {}

    /** One that has taken in nothing yet. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Of all that {@code begun} has taken in and of {@code last}: 64 hexadecimal digits. */
    public static String hex(MessageDigest begun, byte... last) {
        return HexFormat.of().formatHex(begun.digest(last));
    }
}

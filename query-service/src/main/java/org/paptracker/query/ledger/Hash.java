package org.paptracker.query.ledger;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.Sha256;

/** A SHA-256 of the tree, as RFC 6962 makes them. Immutable. */
final class Hash {
    static final int LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** Of the tree without leaves. */
    static final Hash EMPTY = new Hash(Sha256.begin().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash that stands in {@code bytes} from {@code offset} on. */
    static Hash at(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** @throws IllegalArgumentException if that is no hash in base64 */
    static Hash parse(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != LENGTH) throw new IllegalArgumentException("No hash: " + base64);
        return new Hash(bytes);
    }

    static Hash leaf(byte[] line) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update(LEAF);
        return new Hash(sha256.digest(line));
    }

    static Hash node(Hash left, Hash right) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update(NODE);
        sha256.update(left.bytes);
        return new Hash(sha256.digest(right.bytes));
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}

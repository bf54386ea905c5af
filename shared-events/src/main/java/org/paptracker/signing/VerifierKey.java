package org.paptracker.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.paptracker.values.Sha256;

/** The half of a key that everybody may know. Written as Go's {@code sumdb/note} writes it: {@code name+id+base64}. */
public final class VerifierKey {
    /** Bytes of an id. */
    public static final int ID = 4;

    static final byte ALGORITHM = 1;
    private static final int LENGTH = 32;

    private final String name;
    private final Ed25519PublicKeyParameters key;

    VerifierKey(String name, Ed25519PublicKeyParameters key) {
        this.name = name;
        this.key = key;
    }

    /** @throws IllegalArgumentException if that is no verifier key */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length == 3 && parts[0].matches("[^\\s+]+")) {
            byte[] data = Base64.getDecoder().decode(parts[2]);
            if (data.length == 1 + LENGTH && data[0] == ALGORITHM) {
                VerifierKey key = new VerifierKey(parts[0], new Ed25519PublicKeyParameters(data, 1));
                if (parts[1].equals(key.id())) return key;
            }
        }
        throw new IllegalArgumentException("No verifier key of the form name+id+base64");
    }

    /** In hexadecimal. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    public byte[] idBytes() {
        var sha256 = Sha256.begin();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha256.update(ALGORITHM);
        return Arrays.copyOf(sha256.digest(key.getEncoded()), ID);
    }

    public boolean isSignatureOf(byte[] message, byte[] signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    static String base64(byte[] key) {
        byte[] data = new byte[1 + key.length];
        data[0] = ALGORITHM;
        System.arraycopy(key, 0, data, 1, key.length);
        return Base64.getEncoder().encodeToString(data);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return name + "+" + id() + "+" + base64(key.getEncoded());
    }
}

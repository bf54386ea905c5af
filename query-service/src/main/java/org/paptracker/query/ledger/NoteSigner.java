package org.paptracker.query.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.paptracker.values.Sha256;

/**
 * Signs texts as C2SP signed notes, with Ed25519. Keys are written as Go's {@code sumdb/note} writes them:
 * {@code PRIVATE+KEY+name+id+base64} and, for anyone who verifies, {@code name+id+base64}. The arithmetic is Bouncy
 * Castle's: the JDK can't derive a public key from a private one.
 */
final class NoteSigner {
    private static final String PRIVATE = "PRIVATE+KEY+";
    private static final byte ALGORITHM = 1;
    private static final int SEED = 32;
    private static final int ID = 4;

    private final String name;
    private final Ed25519PrivateKeyParameters key;
    private final byte[] publicKey;

    private NoteSigner(String name, byte[] seed) {
        this.name = name;
        key = new Ed25519PrivateKeyParameters(seed);
        publicKey = key.generatePublicKey().getEncoded();
    }

    /** A new key whose name begins with {@code host}. */
    static NoteSigner make(String host, SecureRandom random) {
        byte[] nonce = new byte[4];
        byte[] seed = new byte[SEED];
        random.nextBytes(nonce);
        random.nextBytes(seed);
        return new NoteSigner(host + "/" + HexFormat.of().formatHex(nonce), seed);
    }

    /** @throws IllegalArgumentException if that is no signer key, without repeating any of it */
    static NoteSigner parse(String key) {
        String[] parts = key.strip().split("\\+", 5);
        boolean whole = parts.length == 5 && key.strip().startsWith(PRIVATE) && parts[2].matches("[^\\s+]+");
        byte[] data = whole ? decoded(parts[4]) : new byte[0];
        if (data.length != 1 + SEED || data[0] != ALGORITHM) throw malformed();
        NoteSigner signer = new NoteSigner(parts[2], Arrays.copyOfRange(data, 1, data.length));
        if (!parts[3].equals(signer.id())) throw malformed();
        return signer;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("No signer key of the form " + PRIVATE + "name+id+base64");
    }

    String name() {
        return name;
    }

    /** What verifiers need to know. */
    String verifierKey() {
        return name + "+" + id() + "+" + base64(publicKey);
    }

    /** The secret itself. */
    String signerKey() {
        return PRIVATE + name + "+" + id() + "+" + base64(key.getEncoded());
    }

    private static String base64(byte[] key) {
        byte[] data = new byte[1 + key.length];
        data[0] = ALGORITHM;
        System.arraycopy(key, 0, data, 1, key.length);
        return Base64.getEncoder().encodeToString(data);
    }

    private String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    private byte[] idBytes() {
        var sha256 = Sha256.begin();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha256.update(ALGORITHM);
        return Arrays.copyOf(sha256.digest(publicKey), ID);
    }

    /** {@code text}, which ends with a newline, with its signature below. Always the same for the same text. */
    String sign(String text) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        byte[] signed = signer.generateSignature();
        byte[] line = Arrays.copyOf(idBytes(), ID + signed.length);
        System.arraycopy(signed, 0, line, ID, signed.length);
        return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return verifierKey();
    }
}

package org.paptracker.signing;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A key that signs, with Ed25519. Written as Go's {@code sumdb/note} writes it: {@code PRIVATE+KEY+name+id+base64}. The
 * arithmetic is Bouncy Castle's: the JDK can't derive a public key from a private one, and takes ten times as long.
 */
public final class SigningKey {
    private static final String PRIVATE = "PRIVATE+KEY+";
    private static final int SEED = 32;

    private final String name;
    private final Ed25519PrivateKeyParameters key;
    private final VerifierKey verifier;

    private SigningKey(String name, byte[] seed) {
        this.name = name;
        key = new Ed25519PrivateKeyParameters(seed);
        verifier = new VerifierKey(name, key.generatePublicKey());
    }

    /** A new key whose name begins with {@code host}. */
    public static SigningKey make(String host, SecureRandom random) {
        byte[] nonce = new byte[4];
        byte[] seed = new byte[SEED];
        random.nextBytes(nonce);
        random.nextBytes(seed);
        return new SigningKey(host + "/" + HexFormat.of().formatHex(nonce), seed);
    }

    /** @throws IllegalArgumentException if that is no signing key, without repeating any of it */
    public static SigningKey parse(String text) {
        String[] parts = text.strip().split("\\+", 5);
        boolean whole = parts.length == 5 && text.strip().startsWith(PRIVATE) && parts[2].matches("[^\\s+]+");
        byte[] data = whole ? decoded(parts[4]) : new byte[0];
        if (data.length != 1 + SEED || data[0] != VerifierKey.ALGORITHM) throw malformed();
        SigningKey key = new SigningKey(parts[2], Arrays.copyOfRange(data, 1, data.length));
        if (!parts[3].equals(key.verifier.id())) throw malformed();
        return key;
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

    public String name() {
        return name;
    }

    /** What verifiers need to know. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The secret itself, as {@link #parse} reads it. */
    public String secret() {
        return PRIVATE + name + "+" + verifier.id() + "+" + VerifierKey.base64(key.getEncoded());
    }

    /** Always the same for the same message. */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return verifier.toString();
    }
}

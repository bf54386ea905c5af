package org.paptracker.query.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.paptracker.values.Sha256;

/**
 * Signs texts as C2SP signed notes, with Ed25519. Keys are written as Go's {@code sumdb/note} writes them:
 * {@code PRIVATE+KEY+name+id+base64} and, for whoever verifies, {@code name+id+base64}.
 */
final class NoteSigner {
    private static final String PRIVATE = "PRIVATE+KEY+";
    private static final NamedParameterSpec ED25519 = NamedParameterSpec.ED25519;
    private static final byte ALGORITHM = 1;
    private static final int SEED = 32;
    private static final int ID = 4;

    private final String name;
    private final byte[] seed;
    private final byte[] publicKey;

    private NoteSigner(String name, byte[] seed) {
        this.name = name;
        this.seed = seed;
        publicKey = publicKey(seed);
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

    /** What whoever verifies needs to know. */
    String verifierKey() {
        return name + "+" + id() + "+" + base64(publicKey);
    }

    /** The secret itself. */
    String signerKey() {
        return PRIVATE + name + "+" + id() + "+" + base64(seed);
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
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new EdECPrivateKeySpec(ED25519, seed));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signed = signature.sign();
            byte[] line = Arrays.copyOf(idBytes(), ID + signed.length);
            System.arraycopy(signed, 0, line, ID, signed.length);
            return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and newer have Ed25519", e);
        }
    }

    /** The JDK makes public keys only together with private ones, from 32 random bytes: these are given to it. */
    private static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(ED25519, new Given(seed));
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and newer have Ed25519", e);
        }
    }

    private static final class Given extends SecureRandom {
        private final transient byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return verifierKey();
    }
}

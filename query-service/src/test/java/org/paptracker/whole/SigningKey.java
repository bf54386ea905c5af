package org.paptracker.whole;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A new key that signs checkpoints or commits, as an operator would give one: {@code PRIVATE+KEY+name+id+base64}. */
final class SigningKey {
    private static final String NAME = "faults.example";
    private static final byte ED25519 = 1;
    private static final int BYTES = 32;

    private SigningKey() {}

    static String make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] algorithmAndPublic = marked(pair.getPublic().getEncoded());
            byte[] algorithmAndSeed = marked(pair.getPrivate().getEncoded());
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
            String id = HexFormat.of().formatHex(sha256.digest(algorithmAndPublic), 0, 4);
            return "PRIVATE+KEY+" + NAME + "+" + id + "+" + Base64.getEncoder().encodeToString(algorithmAndSeed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half of one. */
    static String verifierOf(String key) {
        return org.paptracker.signing.SigningKey.parse(key).verifier().toString();
    }

    /** Both encodings end with the bytes of the key. */
    private static byte[] marked(byte[] encoded) {
        byte[] marked = new byte[1 + BYTES];
        marked[0] = ED25519;
        byte[] key = Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
        System.arraycopy(key, 0, marked, 1, BYTES);
        return marked;
    }
}

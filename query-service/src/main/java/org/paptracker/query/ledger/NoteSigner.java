package org.paptracker.query.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.paptracker.signing.SigningKey;
import org.paptracker.signing.VerifierKey;

/** Signs texts as C2SP signed notes. */
final class NoteSigner {
    private final SigningKey key;

    NoteSigner(SigningKey key) {
        this.key = key;
    }

    /** A new key whose name begins with {@code host}. */
    static NoteSigner make(String host, SecureRandom random) {
        return new NoteSigner(SigningKey.make(host, random));
    }

    /** @throws IllegalArgumentException if that is no signer key, without repeating any of it */
    static NoteSigner parse(String key) {
        return new NoteSigner(SigningKey.parse(key));
    }

    String name() {
        return key.name();
    }

    /** What verifiers need to know. */
    String verifierKey() {
        return key.verifier().toString();
    }

    /** The secret itself. */
    String signerKey() {
        return key.secret();
    }

    /** {@code text}, which ends with a newline, with its signature below. Always the same for the same text. */
    String sign(String text) {
        byte[] signed = key.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] line = Arrays.copyOf(key.verifier().idBytes(), VerifierKey.ID + signed.length);
        System.arraycopy(signed, 0, line, VerifierKey.ID, signed.length);
        return text + "\n\u2014 " + name() + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return verifierKey();
    }
}

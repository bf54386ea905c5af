package org.paptracker.command.platform.guard;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.paptracker.command.platform.keys.SecretKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What fingerprints of refused requests are made with. It is kept apart from the log: anyone who has both could try which
 * words a fingerprint stands for.
 */
@Component
final class GuardKey {
    private static final String HMAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecretKeys SECRET = new SecretKeys("PAP_REQUEST_KEY", "request-key");

    private final SecretKeySpec key;

    GuardKey(
            @Value("${pap.request-key}") String given,
            @Value("${pap.mongodb-uri}") String mongoUri,
            @Value("${pap.data}") Path data) {
        key = new SecretKeySpec(SECRET.key(given, mongoUri, data), HMAC);
    }

    /** @param purpose keeps what is made for one purpose from serving another */
    byte[] mac(String purpose, byte[] what) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(("guard " + purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    /**
     * So that nobody else reads or makes it; the same each time for the same.
     *
     * @param about what it belongs to: it opens for nothing else
     */
    byte[] sealed(String about, byte[] what) {
        byte[] nonce = Arrays.copyOf(mac("nonce for " + about, what), NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, about, nonce).doFinal(what);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /** Empty if it was not sealed here, about this. */
    Optional<byte[]> opened(String about, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) return Optional.empty();
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, about, Arrays.copyOf(sealed, NONCE_BYTES));
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String about, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        SecretKeySpec own = new SecretKeySpec(mac("sealing", new byte[0]), "AES");
        cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

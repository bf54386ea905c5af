package org.paptracker.command.platform.guard;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
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
}

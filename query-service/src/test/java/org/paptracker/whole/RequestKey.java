package org.paptracker.whole;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key under which the services of these tests hash idempotency keys, so that the tests know them in the log. */
final class RequestKey {
    static final String SETTING = "PAP_REQUEST_KEY";
    static final String SECRET = "0123456789abcdef".repeat(4);

    private RequestKey() {}

    /** What the log has of a key, by RFC 2104 and nothing of our own code. */
    static String inLog(String caller, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(SECRET), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((caller + ":" + key).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

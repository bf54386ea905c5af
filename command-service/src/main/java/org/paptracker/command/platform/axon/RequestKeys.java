package org.paptracker.command.platform.axon;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.paptracker.command.platform.keys.SecretKeys;
import org.paptracker.log.Commit;
import org.paptracker.log.MongoEventLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the log keeps of an {@code Idempotency-Key}: a hash of it under a key that only this service has. Clients choose
 * theirs freely, and what they choose stays for ever. A plain hash of something short could be guessed. ADR 28.
 */
@Component
public class RequestKeys {
    private static final String HMAC = "HmacSHA256";
    private static final SecretKeys SECRET = new SecretKeys("PAP_REQUEST_KEY", "request-key");

    /** Before the store is asked. */
    static final class Check implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Environment settings = context.getEnvironment();
            SECRET.check(
                    settings.getRequiredProperty("pap.request-key"), settings.getRequiredProperty("pap.mongodb-uri"));
        }
    }

    private final MongoEventLog log;
    private final SecretKeySpec secret;

    RequestKeys(
            MongoEventLog log,
            @Value("${pap.request-key}") String given,
            @Value("${pap.mongodb-uri}") String mongoUri,
            @Value("${pap.data}") Path data) {
        this.log = log;
        secret = new SecretKeySpec(SECRET.key(given, mongoUri, data), HMAC);
    }

    /** As the log has it: 64 hexadecimal digits. */
    public String kept(String requestKey) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(requestKey.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    /** What an earlier request under this key appended. Versions of before kept the key itself. */
    public Optional<Commit> accepted(String requestKey) {
        return log.accepted(kept(requestKey), requestKey);
    }
}

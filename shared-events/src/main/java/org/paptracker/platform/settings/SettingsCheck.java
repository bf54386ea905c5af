package org.paptracker.platform.settings;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.util.Set;
import org.paptracker.log.CommitKeys;
import org.paptracker.platform.http.PublicAddress;
import org.paptracker.platform.security.Issuer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Looks at the settings that both services have when one starts, before it asks the store, makes or loads anything. What
 * only one service has, that one looks at by a check of its own: spring.factories.
 */
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_PAUSE_S = 600;
    private static final Set<String> FORWARD_HEADERS = Set.of("none", "native", "framework");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        requireNumber(settings.getProperty("server.port", "0"), "PAP_COMMAND_PORT or PAP_QUERY_PORT", LAST_PORT);
        requireNumber(settings.getRequiredProperty("pap.store-port"), "PAP_STORE_PORT", LAST_PORT);
        requireNumber(settings.getRequiredProperty("pap.rate-limit"), "PAP_RATE_LIMIT", Integer.MAX_VALUE);
        requireNumber(settings.getRequiredProperty("pap.stop-pause"), "PAP_STOP_PAUSE", LONGEST_PAUSE_S);
        if (!FORWARD_HEADERS.contains(settings.getRequiredProperty("server.forward-headers-strategy"))) {
            throw new BadSetting("PAP_FORWARD_HEADERS must be none or native.");
        }
        PublicAddress.check(settings.getRequiredProperty("pap.public-address"));
        String issuer = settings.getRequiredProperty("pap.issuer-uri");
        if (!issuer.isEmpty()) Issuer.check(issuer);
        String store = settings.getRequiredProperty("pap.mongodb-uri");
        if (!store.isEmpty()) {
            var unused = new ConnectionString(store); // MongoUriFailureAnalyzer says what is wrong with it
        }
        new CommitKeys(
                        settings.getRequiredProperty("pap.commit-signing-key"),
                        settings.getRequiredProperty("pap.commit-keys"),
                        settings.getRequiredProperty("pap.unsigned-up-to"),
                        Path.of(settings.getRequiredProperty("pap.data")),
                        !store.isEmpty())
                .check();
    }

    private static void requireNumber(String value, String setting, int most) {
        if (value.matches("\\d{1,10}") && Long.parseLong(value) <= most) return;
        throw new BadSetting(setting + " must be a whole number from 0 to " + most + ".");
    }
}

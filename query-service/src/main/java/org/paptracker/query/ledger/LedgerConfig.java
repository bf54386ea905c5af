package org.paptracker.query.ledger;

import java.nio.file.Path;
import org.paptracker.log.CommitProof;
import org.paptracker.log.KnownLog;
import org.paptracker.log.LogLines;
import org.paptracker.platform.store.LogDatabase;
import org.paptracker.query.operations.ViewCheck;
import org.paptracker.signing.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LedgerConfig {
    static final KeyFile KEY = new KeyFile("audit-signing-key", "PAP_AUDIT_SIGNING_KEY");

    /** Before the store is asked. */
    static final class CheckKey implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String key = context.getEnvironment().getRequiredProperty("pap.audit-signing-key");
            String store = context.getEnvironment().getRequiredProperty("pap.mongodb-uri");
            if (key.isEmpty() && !store.isEmpty()) throw KEY.missing("signs checkpoints");
            if (key.isEmpty()) return;
            var unused = KEY.given(key);
        }
    }

    @Bean
    LogLines logLines(LogDatabase log, CommitProof proof) {
        return new LogLines(log.database(), proof);
    }

    /** Several services on one MongoDB need one key: with a key each, they would be several authors. */
    @Bean
    NoteSigner noteSigner(
            @Value("${pap.audit-signing-key}") String key,
            @Value("${pap.mongodb-uri}") String uri,
            @Value("${pap.data}") Path data) {
        if (!key.isEmpty()) return new NoteSigner(KEY.given(key));
        if (!uri.isEmpty()) throw KEY.missing("signs checkpoints");
        return new NoteSigner(KEY.in(data));
    }

    @Bean
    FreshFolds freshFolds(ViewCheck views) {
        return new FreshFolds(views.projections(), views::check);
    }

    @Bean
    KnownLog knownLog(@Value("${pap.known-log}") Path directory) {
        return new KnownLog(directory);
    }
}

package org.paptracker.query.ledger;

import java.nio.file.Path;
import org.paptracker.log.LogLines;
import org.paptracker.platform.store.LogDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LedgerConfig {
    @Bean
    LogLines logLines(LogDatabase log) {
        return new LogLines(log.database());
    }

    /** Several services on one MongoDB need one key: with a key each, they would be several authors. */
    @Bean
    NoteSigner noteSigner(
            @Value("${pap.audit-signing-key}") String key,
            @Value("${pap.mongodb-uri}") String uri,
            @Value("${pap.data}") Path data) {
        if (!key.isEmpty()) return SigningKeys.given(key);
        if (!uri.isEmpty()) throw SigningKeys.missing();
        return SigningKeys.in(data);
    }
}

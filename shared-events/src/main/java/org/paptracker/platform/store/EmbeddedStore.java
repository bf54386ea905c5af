package org.paptracker.platform.store;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import org.paptracker.log.EmbeddedMongo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without a MongoDB, the service that owns the store opens the embedded one for both. */
@Configuration
@ConditionalOnExpression("${pap.owns-store:false} and '${pap.mongodb-uri}'.isEmpty()")
class EmbeddedStore {
    @Bean
    EmbeddedMongo embeddedMongo(@Value("${pap.data}") Path data, @Value("${pap.store-port}") int port) {
        return EmbeddedMongo.open(data, port);
    }

    /** Through this the client needs the store: it is opened after it and closed before it. */
    @Bean
    MongoClientSettingsBuilderCustomizer addressOfTheStore(EmbeddedMongo store) {
        return settings -> settings.applyConnectionString(new ConnectionString(store.connectionString()));
    }
}

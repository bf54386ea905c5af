package org.paptracker.platform.store;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the store answers, and which kind it is: nobody should take the embedded one for a MongoDB. */
@Component("store")
class StoreHealth extends AbstractHealthIndicator {
    private final MongoDatabase database;
    private final String kind;

    StoreHealth(MongoDatabase database, @Value("${pap.mongodb-uri}") String uri) {
        super("The store does not answer");
        this.database = database;
        kind = uri.isEmpty() ? "embedded" : "mongodb";
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.withDetail("kind", kind);
        database.runCommand(new Document("ping", 1));
        builder.up();
    }
}

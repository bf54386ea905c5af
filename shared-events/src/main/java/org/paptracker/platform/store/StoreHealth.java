package org.paptracker.platform.store;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the store answers, and which kind it is: nobody should take the embedded one for a MongoDB. */
@Component("store")
class StoreHealth implements HealthIndicator {
    private final StoreWatch watch;
    private final String kind;

    StoreHealth(StoreWatch watch, @Value("${pap.mongodb-uri}") String uri) {
        this.watch = watch;
        kind = uri.isEmpty() ? "embedded" : "mongodb";
    }

    @Override
    public Health health() {
        Health.Builder health =
                watch.isUp() ? Health.up() : Health.down().withDetail("sentence", "The store does not answer.");
        return health.withDetail("kind", kind).build();
    }
}

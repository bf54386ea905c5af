package org.paptracker.query.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether checkpoints are signed, and if not, why. */
@Component("signing")
class CheckpointHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final Continuity continuity;

    CheckpointHealth(Continuity continuity, MeterRegistry registry) {
        this.continuity = continuity;
        Gauge.builder("pap.ledger.refused", () -> continuity.refusal().isPresent() ? 1 : 0)
                .description(
                        "Whether the last checkpoint was not signed, for it did not continue the one before: 1 or 0")
                .register(registry);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        continuity.forgotten().ifPresent(sentence -> health.withDetail("forgotten", sentence));
        continuity.refusal().ifPresent(sentence -> health.status(DEGRADED).withDetail("refused", sentence));
        return health.build();
    }
}

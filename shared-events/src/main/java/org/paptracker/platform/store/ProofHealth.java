package org.paptracker.platform.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.paptracker.log.CommitProof;
import org.paptracker.log.UnprovenCommit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether everything that was met in the log was decided by a command-service; if not, nothing goes on from there. */
@Component("log")
class ProofHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final CommitProof proof;

    ProofHealth(CommitProof proof, MeterRegistry registry) {
        this.proof = proof;
        Gauge.builder("pap.log.unproven", this::position)
                .description(
                        "Position of the first commit that was met without a proof of who decided it; 0 if none was")
                .register(registry);
    }

    private long position() {
        return proof.refused().map(UnprovenCommit::position).orElse(0L);
    }

    @Override
    public Health health() {
        return proof.refused()
                .map(refused -> Health.status(DEGRADED)
                        .withDetail("position", refused.position())
                        .withDetail("sentence", String.valueOf(refused.getMessage()))
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}

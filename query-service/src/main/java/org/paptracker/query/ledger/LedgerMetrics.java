package org.paptracker.query.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.paptracker.platform.store.StoreWatch;
import org.paptracker.query.ledger.FreshFolds.Extent;
import org.paptracker.query.ledger.Verifications.Run;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Verifies now and then, unasked, and tells Prometheus what came of it. */
@Component
class LedgerMetrics {
    private static final long FIRST_AFTER_S = 20;
    private static final long EVERY_S = 3_600;

    private final Verifier verifier;
    /** As stored: another process of the service may have verified since. */
    private final Supplier<Optional<Run>> last;

    LedgerMetrics(MeterRegistry registry, Verifier verifier, Verifications runs, Ledger ledger, StoreWatch watch) {
        this.verifier = verifier;
        last = watch.keep(Optional.empty(), runs::last);
        Gauge.builder("pap.ledger.verified", this::verified)
                .description("Whether log and ledger agreed when last verified: 1 for yes, 0 for no")
                .register(registry);
        Gauge.builder("pap.ledger.verified.timestamp", this::verifiedAt)
                .description("When log and ledger were last compared, whatever came of it; 0 if never")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("pap.ledger.size", watch.<Number>keep(0L, ledger::size))
                .description("Entries that the ledger holds")
                .register(registry);
    }

    /** On a thread of its own: other metrics need not wait for it. Of the views one each time, all in turn. */
    @Scheduled(initialDelay = FIRST_AFTER_S, fixedDelay = EVERY_S, timeUnit = TimeUnit.SECONDS)
    void verify() {
        var unused = verifier.start(Extent.ONE_VIEW);
    }

    private double verified() {
        return last.get().map(run -> run.verification().holds() ? 1.0 : 0.0).orElse(Double.NaN);
    }

    private double verifiedAt() {
        return last.get()
                .map(run -> run.verification().verifiedAt().toEpochMilli() / 1000.0)
                .orElse(0.0);
    }
}

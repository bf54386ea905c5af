package org.paptracker.platform.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.paptracker.log.ClockAhead;
import org.paptracker.log.LogClock;
import org.paptracker.log.MongoEventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Compares the clock of this machine with the store's and with the log's last entry, and says where they differ. ADR 31. */
@Component("clocks")
class ClockHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ClockHealth.class);
    private static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration WORTH_SAYING = Duration.ofSeconds(5);
    private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(10);

    private final MongoEventLog log;
    private final Supplier<Differences> latest;
    private boolean isSaid;
    private long saidAt;

    ClockHealth(MongoEventLog log, StoreWatch watch, MeterRegistry registry) {
        this.log = log;
        latest = watch.keep(new Differences(Duration.ZERO, Duration.ZERO), this::look);
        Gauge.builder("pap.clock.ahead.seconds", () -> seconds(latest.get().ofStore))
                .description("How far this machine's clock is ahead of the store's; negative if it is behind")
                .register(registry);
        Gauge.builder("pap.log.ahead.seconds", () -> seconds(latest.get().ofLog))
                .description("How far the log's last entry is ahead of this machine's clock; 0 if it is not")
                .register(registry);
    }

    /**
     * @param ofStore how far this machine's clock is ahead of the store's; negative if it is behind
     * @param ofLog how far the log's last entry is ahead of this machine's clock
     */
    private record Differences(Duration ofStore, Duration ofLog) {
        List<String> sentences() {
            List<String> sentences = new ArrayList<>();
            if (ofStore.compareTo(LogClock.MOST_AHEAD) > 0) {
                sentences.add(
                        ("The clock of this machine is %s ahead of the store's clock. Nothing is recorded here until"
                                        + " it is set right.")
                                .formatted(ClockAhead.inWords(ofStore)));
            } else if (ofStore.abs().compareTo(WORTH_SAYING) > 0) {
                sentences.add("The clock of this machine is %s %s the store's clock. Set it right."
                        .formatted(ClockAhead.inWords(ofStore), ofStore.isNegative() ? "behind" : "ahead of"));
            }
            if (ofLog.compareTo(WORTH_SAYING) > 0) {
                sentences.add(
                        ("The last entry of the log has a time that is %s ahead of this machine's clock. New entries"
                                        + " get that same time until the clock has reached it. If the clock is right, another"
                                        + " clock was wrong when that entry was recorded.")
                                .formatted(ClockAhead.inWords(ofLog)));
            }
            return sentences;
        }
    }

    private Differences look() {
        log.position(); // meets what others have recorded
        Differences seen =
                new Differences(log.clock().aheadOfStore(), log.clock().logAhead());
        say(seen.sentences());
        return seen;
    }

    /** When it begins, every ten minutes as long as it lasts, and when it is over. */
    private void say(List<String> sentences) {
        boolean again = System.nanoTime() - saidAt > SAID_AGAIN_AFTER.toNanos();
        if (!sentences.isEmpty() && (!isSaid || again)) {
            LOG.warn("{}", String.join(" ", sentences));
            saidAt = System.nanoTime();
        } else if (sentences.isEmpty() && isSaid) {
            LOG.info("The clocks of this machine, of the store and of the log agree again");
        }
        isSaid = !sentences.isEmpty();
    }

    @Override
    public Health health() {
        Differences seen = latest.get();
        List<String> sentences = seen.sentences();
        return (sentences.isEmpty() ? Health.up() : Health.status(DEGRADED).withDetail("sentences", sentences))
                .withDetail("aheadOfStoreSeconds", seconds(seen.ofStore))
                .withDetail("logAheadSeconds", seconds(seen.ofLog))
                .build();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

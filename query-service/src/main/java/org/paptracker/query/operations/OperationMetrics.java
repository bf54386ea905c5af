package org.paptracker.query.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.paptracker.query.operations.RebuildRecords.Replay;
import org.paptracker.query.platform.projection.Projections;
import org.springframework.stereotype.Component;

/** What operators have asked for, as numbers. Asked for at each scrape. */
@Component
class OperationMetrics {
    private final RebuildRecords records;
    private final Clock clock;

    OperationMetrics(
            MeterRegistry registry,
            Projections projections,
            RebuildRecords records,
            Operations operations,
            Clock clock) {
        this.records = records;
        this.clock = clock;
        for (String projection : projections.all()) {
            Gauge.builder(
                            "pap.events.skipped",
                            () -> operations.skipped(records.of(projection).current()))
                    .description("Events that the views go without because an operator skipped them; 0 after a replay")
                    .tag("projection", projection)
                    .register(registry);
            Gauge.builder("pap.projection.replay.position", () -> replay(projection, Replay::position))
                    .description("Position of the last event that the running replay has taken in; 0 if none runs")
                    .tag("projection", projection)
                    .register(registry);
            Gauge.builder("pap.projection.replay.seconds", () -> replay(projection, this::seconds))
                    .description("For how long the replay has been running; 0 if none runs")
                    .tag("projection", projection)
                    .register(registry);
        }
    }

    private double replay(String projection, ToDoubleFunction<Replay> what) {
        Replay replay = records.of(projection).replay();
        return replay == null ? 0 : what.applyAsDouble(replay);
    }

    private double seconds(Replay replay) {
        return replay.startedAt() == null
                ? 0
                : Math.max(
                        0, Duration.between(replay.startedAt(), clock.instant()).toMillis() / 1000.0);
    }
}

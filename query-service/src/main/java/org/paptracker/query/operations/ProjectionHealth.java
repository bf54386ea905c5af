package org.paptracker.query.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.platform.store.StoreWatch;
import org.paptracker.query.operations.ProjectionItem.Progress;
import org.paptracker.query.operations.ProjectionItem.State;
import org.paptracker.query.platform.projection.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the projections take in everything, and the same as numbers. One that does not is worth a look and no reason to
 * send nobody here any more: the answer is still 200, and readiness does not ask.
 */
@Component("projections")
class ProjectionHealth implements HealthIndicator {
    static final Status DEGRADED = new Status("DEGRADED", "Some events are parked, or a projection does not run");

    private final ProjectionList projections;
    private final LogReader log;
    private final Clock clock;
    private final Supplier<Map<String, Known>> known;

    /**
     * @param lag how many entries the log has after its position; negative if the log ends before it
     * @param secondsBehind how old the first of them is; 0 if there are none
     */
    private record Known(ProjectionItem item, long lag, double secondsBehind) {}

    ProjectionHealth(
            MeterRegistry registry,
            ProjectionList projections,
            Projections names,
            LogReader log,
            StoreWatch watch,
            Clock clock) {
        this.projections = projections;
        this.log = log;
        this.clock = clock;
        known = watch.keep(Map.of(), this::look);
        for (String projection : names.all()) {
            Numbers numbers = new Numbers(registry, projection);
            numbers.add(
                    "pap.projection.position",
                    "Position of the last event the projection has taken in",
                    now -> now.item.position());
            numbers.add(
                    "pap.projection.lag",
                    "Events the projection has still to take in; negative if the log ends before what it has taken in",
                    Known::lag);
            numbers.add(
                    "pap.projection.lag.seconds",
                    "Age of the oldest event the projection has still to take in; 0 if there is none",
                    Known::secondsBehind);
            numbers.add(
                    "pap.dead.letters",
                    "Events the projection could not take in, and those parked behind them",
                    now -> now.item.deadLetters());
            numbers.add(
                    "pap.events.skipped",
                    "Events that the views go without because an operator skipped them; 0 after a replay",
                    now -> now.item.skipped());
            numbers.add(
                    "pap.projection.replay.position",
                    "Position of the last event that the running replay has taken in; 0 if none runs",
                    now -> replay(now, Progress::position));
            numbers.add(
                    "pap.projection.replay.seconds",
                    "For how long the replay has been running; 0 if none runs",
                    now -> replay(now, Progress::sinceSeconds));
        }
    }

    /** The numbers of one projection; none before the store was first asked. */
    private final class Numbers {
        private final MeterRegistry registry;
        private final String projection;

        Numbers(MeterRegistry registry, String projection) {
            this.registry = registry;
            this.projection = projection;
        }

        void add(String name, String description, ToDoubleFunction<Known> number) {
            Gauge.builder(name, () -> {
                        Known now = known.get().get(projection);
                        return now == null ? Double.NaN : number.applyAsDouble(now);
                    })
                    .description(description)
                    .tag("projection", projection)
                    .register(registry);
        }
    }

    private static double replay(Known now, ToDoubleFunction<Progress> number) {
        Progress replay = now.item.replay();
        return replay == null ? 0 : number.applyAsDouble(replay);
    }

    private Map<String, Known> look() {
        List<ProjectionItem> items = projections.all();
        long head = log.position(); // looked at last: what is taken in meanwhile is no lag below zero
        Map<String, Known> now = new LinkedHashMap<>();
        for (ProjectionItem item : items) {
            long lag = head - item.position();
            now.put(item.code(), new Known(item, lag, lag > 0 ? secondsBehind(item.position()) : 0));
        }
        return now;
    }

    private double secondsBehind(long position) {
        List<Recorded<DomainEvent>> next = log.after(position, 1);
        if (next.isEmpty()) return 0;
        return Math.max(
                0, Duration.between(next.get(0).recordedAt(), clock.instant()).toMillis() / 1000.0);
    }

    @Override
    public Health health() {
        Health.Builder builder = Health.up();
        for (Known now : known.get().values()) {
            ProjectionItem item = now.item;
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("state", item.state());
            details.put("behind", item.behind());
            details.put("deadLetters", item.deadLetters());
            details.put("skipped", item.skipped());
            builder.withDetail(item.code(), details);
            boolean runs = item.state() == State.RUNNING || item.state() == State.REPLAYING;
            if (!runs || item.deadLetters() > 0) builder.status(DEGRADED);
        }
        return builder.build();
    }
}

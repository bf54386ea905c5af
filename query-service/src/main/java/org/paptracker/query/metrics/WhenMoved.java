package org.paptracker.query.metrics;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.projection.Projections;

/**
 * Counts again only if a view has moved on or another day has begun; and once a minute all the same, for a dead letter
 * that is taken in after all moves no position.
 */
final class WhenMoved {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final ProjectionPositions positions;
    private @Nullable State counted;

    WhenMoved(ProjectionPositions positions) {
        this.positions = positions;
    }

    private record State(List<Long> positions, LocalDate day, long minute) {}

    /** What fails is tried again the next time. */
    void count(LocalDate day, Runnable count) {
        State now =
                new State(Projections.ALL.stream().map(positions::position).toList(), day, System.nanoTime() / MINUTE);
        if (now.equals(counted)) return;
        count.run();
        counted = now;
    }
}

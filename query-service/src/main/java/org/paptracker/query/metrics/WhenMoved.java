package org.paptracker.query.metrics;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.logging.OnceAMinute;
import org.paptracker.platform.logging.SafeFailure;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts again only if a view has moved on or another day has begun; and once a minute all the same, for a dead letter
 * that is taken in after all moves no position.
 */
final class WhenMoved {
    private static final Logger LOG = LoggerFactory.getLogger(WhenMoved.class);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final String what;
    private final ProjectionPositions positions;
    private final AsAtReader asAt;
    private @Nullable State counted;

    /** @param what is counted, as a log line names it */
    WhenMoved(String what, ProjectionPositions positions, AsAtReader asAt) {
        this.what = what;
        this.positions = positions;
        this.asAt = asAt;
    }

    private record State(List<Long> positions, LocalDate day, long minute) {}

    /** What fails is logged, and tried again the next time. */
    void count(Consumer<AsAt> count) {
        try {
            AsAt now = asAt.nowForDashboards();
            State state = new State(positions.all(), now.day(), System.nanoTime() / MINUTE);
            if (state.equals(counted)) return;
            count.accept(now);
            counted = state;
        } catch (RuntimeException e) {
            LOG.warn(
                    OnceAMinute.REPEATED,
                    "{} could not be counted for the metrics: {}",
                    what,
                    SafeFailure.of(e).toString());
        }
    }
}

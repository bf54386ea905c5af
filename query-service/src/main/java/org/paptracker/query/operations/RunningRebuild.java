package org.paptracker.query.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.paptracker.log.LogReader;
import org.paptracker.query.operations.RebuildRecords.Replay;
import org.paptracker.query.platform.projection.Documents;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.projection.ShadowRebuild;
import org.paptracker.query.platform.projection.ShadowRebuilds;
import org.paptracker.query.platform.projection.Writers;
import org.springframework.stereotype.Component;

/**
 * One replay: follows the projection until it has come as far, beside it; then, between two of the projection's batches,
 * takes in the last of them and lets the new documents count.
 */
final class RunningRebuild {
    private static final int SEGMENT = 0; // the only one
    private static final int NEAR = 500;
    private static final int MOST_ATTEMPTS = 120;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final Parts parts;
    private final String projection;
    private final Replay replay;
    private final BooleanSupplier stopped;
    private final ShadowRebuild rebuild;

    /** What every replay uses. */
    @Component
    record Parts(
            RebuildRecords records,
            ShadowRebuilds rebuilds,
            Writers writers,
            ProjectionPositions positions,
            TokenStore tokens,
            LogReader log,
            Clock clock) {}

    RunningRebuild(Parts parts, String projection, Replay replay, BooleanSupplier stopped) {
        this.parts = parts;
        this.projection = projection;
        this.replay = replay;
        this.stopped = stopped;
        rebuild = parts.rebuilds().begin(projection, replay.collection());
    }

    /**
     * False if it was stopped, or given up by another process that thought this one dead.
     *
     * @throws IllegalStateException if nobody here takes in events for the projection any more
     */
    boolean run() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (!follow(parts.positions().position(projection))) return false;
            if (parts.writers().between(projection, this::finish)) return true;
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        throw new IllegalStateException("The projection is not kept up to date here, so its views can't be changed");
    }

    private boolean follow(long goal) {
        while (rebuild.position() < goal) {
            if (stopped.getAsBoolean()) return false;
            rebuild.takeIn(goal);
            if (!parts.records()
                    .note(
                            projection,
                            replay,
                            rebuild.position(),
                            parts.log().position(),
                            parts.clock().instant())) return false;
        }
        return !stopped.getAsBoolean();
    }

    /** False if it is not the time: try again. */
    private boolean finish() {
        OptionalLong here = parts.positions().here(projection);
        if (here.isEmpty() || !isOurs()) return false;
        long position = here.getAsLong();
        if (rebuild.position() > position || position - rebuild.position() > NEAR) return false;
        while (rebuild.position() < position) rebuild.takeIn(position);
        if (!parts.records().swap(projection, replay, parts.clock().instant())) return false;
        // Until all know, here and in other processes, nothing is written: both say the same, whichever is asked.
        LockSupport.parkNanos(Documents.LEASE.multipliedBy(2).toNanos());
        parts.rebuilds().otherLetters(projection);
        // If this process was held up for so long that another has gone on meanwhile: what that one wrote to the old
        // ones.
        long written = parts.positions().position(projection);
        while (rebuild.position() < written) rebuild.takeIn(written);
        return true;
    }

    /** Whether no other process may take in events for the projection, for some seconds to come. */
    private boolean isOurs() {
        try {
            parts.tokens().extendClaim(projection, SEGMENT);
            return true;
        } catch (UnableToClaimTokenException e) {
            return false;
        }
    }
}

package org.paptracker.query.redaction;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.AxonThreadFactory;
import org.paptracker.log.Scrubber;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Has the store write over what the views held before a redaction, once each of them has been made again. Redactions
 * that come together, as in a replay, are scrubbed for together.
 */
@Component
class Scrubbing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scrubbing.class);
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Scrubber scrubber;
    private final ObjectProvider<ProjectionPositions> positions; // which need the projections to be there first
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new AxonThreadFactory("scrubbing"));
    private final AtomicLong last = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean closed;

    Scrubbing(Scrubber scrubber, ObjectProvider<ProjectionPositions> positions) {
        this.scrubber = scrubber;
        this.positions = positions;
    }

    /** Once all views have come to {@code position}. Returns at once. */
    void after(long position) {
        last.accumulateAndGet(position, Math::max);
        if (waiting.compareAndSet(false, true)) thread.execute(this::scrub);
    }

    private void scrub() {
        while (!closed && !haveAllMet()) LOG.debug("Waiting until all views have met the last redaction");
        waiting.set(false); // what is redacted from now on is scrubbed for anew
        if (closed) return;
        try {
            scrubber.scrub();
        } catch (MongoException e) {
            LOG.warn("The store could not be scrubbed after a redaction. An embedded one will be at its start.", e);
        }
    }

    /** Waits a second at most, so that closing need not wait. */
    private boolean haveAllMet() {
        try {
            return positions.getObject().await(last.get(), STEP);
        } catch (MongoException e) { // the store is away, and will be back
            LockSupport.parkNanos(STEP.toNanos());
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        try {
            var unused = thread.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.paptracker.query.operations;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.paptracker.log.LogReader;
import org.paptracker.log.Scrubber;
import org.paptracker.platform.logging.SafeFailure;
import org.paptracker.query.operations.Operation.Outcome;
import org.paptracker.query.operations.RebuildRecords.Entry;
import org.paptracker.query.operations.RebuildRecords.Leftover;
import org.paptracker.query.operations.RebuildRecords.Replay;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.projection.ShadowRebuilds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries out the replays that were asked for, one after the other, and clears away what they leave. A process carries
 * out those of the projections that it takes in events for, whichever process was asked.
 */
@Component
class RebuildRunner implements AutoCloseable {
    /** A process that has not been heard of for so long is taken for dead, and what it was making is thrown away. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    /** How long what no longer counts is kept for those who are still reading it. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRunner.class);

    private final RebuildRecords records;
    private final Operations operations;
    private final ShadowRebuilds rebuilds;
    private final RunningRebuild.Parts parts;
    private final ProjectionPositions positions;
    private final LogReader log;
    private final Scrubber scrubber;
    private final Clock clock;
    private final String me = UUID.randomUUID().toString();
    private final Set<String> mine = ConcurrentHashMap.newKeySet(); // collections that are made here
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new AxonThreadFactory("replay"));
    private volatile boolean closed;
    private boolean alone;

    /** @param uri of a MongoDB; empty if the store is the embedded one, which only one process of the service uses */
    RebuildRunner(
            RebuildRecords records,
            Operations operations,
            ShadowRebuilds rebuilds,
            RunningRebuild.Parts parts,
            ProjectionPositions positions,
            LogReader log,
            Scrubber scrubber,
            Clock clock,
            @Value("${pap.mongodb-uri}") String uri) {
        this.records = records;
        this.operations = operations;
        this.rebuilds = rebuilds;
        this.parts = parts;
        this.positions = positions;
        this.log = log;
        this.scrubber = scrubber;
        this.clock = clock;
        alone = uri.isEmpty();
    }

    /** Looks what there is to do. */
    @Scheduled(fixedDelay = 500)
    void look() {
        try {
            lookAtAll();
        } catch (MongoException e) {
            LOG.debug("The store is away", e);
        }
    }

    private synchronized void lookAtAll() {
        if (closed) return;
        for (Entry entry : records.all().values()) {
            Replay replay = entry.replay();
            if (replay != null && replay.owner() == null) begin(entry.projection(), replay);
            else if (replay != null && isDead(replay)) giveUp(entry.projection(), replay, Outcome.INTERRUPTED);
            for (Leftover leftover : entry.leftovers()) clear(entry.projection(), leftover);
        }
        alone = false; // a process that begins after this one is heard of
    }

    private void begin(String projection, Replay replay) {
        if (positions.here(projection).isEmpty()) return;
        if (!records.take(projection, replay, me, log.position(), clock.instant())) return;
        Replay taken = records.of(projection).replay();
        if (taken == null) return;
        mine.add(taken.collection());
        thread.execute(() -> run(projection, taken));
    }

    private void run(String projection, Replay replay) {
        Outcome outcome = Outcome.FAILED;
        try {
            boolean done = new RunningRebuild(parts, projection, replay, () -> closed).run();
            outcome = done ? Outcome.DONE : Outcome.INTERRUPTED;
            if (done) complete(projection, replay);
        } catch (RejectedExecutionException e) {
            outcome = Outcome.INTERRUPTED;
        } catch (RuntimeException e) {
            LOG.warn("The replay of {} broke off", projection, SafeFailure.of(e));
        } finally {
            if (outcome != Outcome.DONE) tryToGiveUp(projection, replay, outcome);
            mine.remove(replay.collection());
        }
    }

    private void complete(String projection, Replay replay) {
        operations.end(replay.operation(), Outcome.DONE);
        records.finish(projection, replay, clock.instant());
    }

    private void tryToGiveUp(String projection, Replay replay, Outcome outcome) {
        try {
            giveUp(projection, replay, outcome);
        } catch (MongoException e) { // the store is away: as soon as it is back
            LOG.debug("The store is away", e);
        }
    }

    private boolean isDead(Replay replay) {
        if (me.equals(replay.owner())) return !mine.contains(replay.collection());
        return alone || replay.aliveAt().plus(LONGEST_SILENCE).isBefore(clock.instant());
    }

    private void giveUp(String projection, Replay replay, Outcome outcome) {
        if (records.of(projection).current().equals(replay.collection())) { // what was left was to tell
            complete(projection, replay);
            return;
        }
        operations.end(replay.operation(), outcome);
        if (records.giveUp(projection, replay)) clear(projection, Leftover.unfinished(replay));
        else rebuilds.drop(replay.collection()); // another process was quicker, and this one may have written since
    }

    /** Drops what does not count; and as it may hold words redacted since, has the store write over it. */
    private void clear(String projection, Leftover leftover) {
        if (leftover.at().plus(GRACE).isAfter(clock.instant())) return;
        rebuilds.drop(leftover.collection());
        if (log.isRedactedSince(leftover.since())) scrubber.scrub();
        records.cleared(projection, leftover);
    }

    /** Before anything else stops: a replay has to let go of the threads that it shares. */
    @EventListener(ContextClosedEvent.class)
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

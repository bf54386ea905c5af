package org.paptracker.query.platform.projection;

import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.MongoEventLog;

/**
 * The log as the projections follow it. Axon's own event store can't call when there is news, so a processor that has
 * caught up would look again after half a second; people who read their own writes would feel that. What the log holds is
 * read and decoded once for all of them: {@link Stretches}. ADR 33, ADR 34.
 */
final class LogTail implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {
    private static final long LOOK_EVERY_MS = 40;
    /** While nothing happens. Who waits for a position has somebody look at once. */
    private static final int QUIET_LOOKS_PASSED_OVER = 3;

    private static final long QUIET_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final MongoEventLog log;
    private final Stretches stretches;
    private final List<Tail> open = new CopyOnWriteArrayList<>();

    private volatile long head = UNKNOWN;
    private volatile long lastNews = System.nanoTime();
    private int passedOver; // by the watch alone

    /** Asks the log for news on behalf of all who follow it: one exact read each time. */
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("log-tail"));

    LogTail(MongoEventLog log) {
        this.log = log;
        stretches = new Stretches(log);
        var unused = watch.scheduleWithFixedDelay(this::tick, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        boolean isQuiet = System.nanoTime() - lastNews > QUIET_AFTER_NANOS;
        if (isQuiet && passedOver < QUIET_LOOKS_PASSED_OVER) passedOver++;
        else look();
    }

    private void look() {
        passedOver = 0;
        if (open.isEmpty()) return;
        long found;
        try {
            found = log.position();
        } catch (RuntimeException e) {
            found = UNKNOWN; // the log can't be asked: who follows it will meet that too, and can deal with it
        }
        if (found != head) lastNews = System.nanoTime();
        head = found;
        for (Tail tail : open) tail.callIfBehind(found);
    }

    /** Somebody waits for what stands at {@code position}: if it is not known here yet, the log is asked at once. */
    void lookFor(long position) {
        lastNews = System.nanoTime();
        if (position <= head) return;
        try {
            watch.execute(this::look);
        } catch (RejectedExecutionException e) {
            // Nobody is told anything any more: the service stops.
        }
    }

    /** What follows a position; empty at the end of the log, of which nobody need be asked again. */
    private List<TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
        return positionOf(token) >= head ? List.of() : stretches.after(token);
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** Who begins, or begins again after a failure, reads what is in the log now. */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        head = UNKNOWN;
        stretches.forget();
        return new Tail(token);
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return log.createTokenAt(instant);
    }

    /** Read by one thread, watched by another: they share the position and the callback only. */
    private final class Tail implements TrackingEventStream {
        private @Nullable TrackingToken token;
        private Iterator<TrackedEventMessage<?>> batch = Collections.emptyIterator();
        private @Nullable TrackedEventMessage<?> next;
        private volatile long position;
        private volatile @Nullable Runnable callback;

        Tail(@Nullable TrackingToken token) {
            this.token = token;
            position = positionOf(token);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            this.callback = callback;
            open.add(this);
            return true;
        }

        private void callIfBehind(long head) {
            Runnable call = callback;
            if (call != null && head > position) call.run();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (next == null) {
                if (!batch.hasNext()) batch = after(token).iterator();
                if (batch.hasNext()) next = batch.next();
            }
            return Optional.ofNullable(next);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            while (peek().isEmpty()) {
                if (System.nanoTime() - deadline >= 0) return false;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            Optional<TrackedEventMessage<?>> event = peek();
            while (event.isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
                event = peek();
            }
            next = null;
            token = event.get().trackingToken();
            position = positionOf(token);
            return event.get();
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}

package org.paptracker.query.platform.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.log.MongoEventLog;

/**
 * The log as the projections follow it. Axon's own event store can't call when there is news, so a processor that has
 * caught up would look again after half a second; people who read their own writes would feel that. What the log has grown
 * by is read and decoded once for all of them. ADR 33.
 */
final class LogTail implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {
    private static final long LOOK_EVERY_MS = 40;

    private static final int READ_AT_ONCE = 512;
    private static final int MOST_KEPT = 2 * READ_AT_ONCE;

    private final MongoEventLog log;
    private volatile Stretch latest = new Stretch(0, List.of());
    private final List<Tail> open = new CopyOnWriteArrayList<>();

    /** Asks the log for news on behalf of all who follow it: one exact read each time. */
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("log-tail"));

    LogTail(MongoEventLog log) {
        this.log = log;
        var unused = watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (open.isEmpty()) return;
        long head;
        try {
            head = log.position();
        } catch (RuntimeException e) {
            head = Long.MAX_VALUE; // the log can't be asked: who follows it will meet that too, and can deal with it
        }
        for (Tail tail : open) tail.callIfBehind(head);
    }

    /**
     * A part of the log, decoded.
     *
     * @param after position of the entry before its first
     */
    private record Stretch(long after, List<TrackedEventMessage<?>> events) {
        long end() {
            return after + events.size();
        }

        boolean has(long position) {
            return after < position && position <= end();
        }

        List<TrackedEventMessage<?>> from(long position) {
            return events.subList((int) (position - after - 1), events.size());
        }

        /** No more than the last of both; and nothing from before a redaction, whose words nobody may meet again. */
        Stretch with(List<TrackedEventMessage<?>> more) {
            List<TrackedEventMessage<?>> all = new ArrayList<>(events);
            all.addAll(more);
            int first = Math.max(0, all.size() - MOST_KEPT);
            for (int i = first; i < all.size(); i++) {
                if (all.get(i).getPayloadType() == ContentRedacted.class) first = i;
            }
            return new Stretch(after + first, List.copyOf(all.subList(first, all.size())));
        }
    }

    /** What follows a position, from memory if that is where most are; empty at the end of the log. */
    private List<TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
        long position = token == null ? 0 : token.position().orElse(0);
        Stretch known = latest;
        if (known.has(position + 1)) return known.from(position + 1);
        return position < known.end() ? read(token) : readOn(token, position);
    }

    /** The first to come reads for all who have come as far. */
    private synchronized List<TrackedEventMessage<?>> readOn(@Nullable TrackingToken token, long position) {
        Stretch known = latest;
        if (known.has(position + 1)) return known.from(position + 1);
        List<TrackedEventMessage<?>> more = read(token);
        latest = (position == known.end() ? known : new Stretch(position, List.of())).with(more);
        return more;
    }

    private List<TrackedEventMessage<?>> read(@Nullable TrackingToken token) {
        try (Stream<? extends TrackedEventMessage<?>> following = log.readEvents(token, false)) {
            return following.limit(READ_AT_ONCE).collect(Collectors.toList());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** Who begins, or begins again after a failure, reads what is in the log now. */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        forget();
        return new Tail(token);
    }

    /** Not while somebody reads on, who would add to what was to be forgotten. */
    private synchronized void forget() {
        latest = new Stretch(0, List.of());
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
            position = token == null ? 0 : token.position().orElse(0);
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
            position = token.position().orElse(position);
            return event.get();
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}

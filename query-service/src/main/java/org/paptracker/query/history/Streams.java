package org.paptracker.query.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.springframework.stereotype.Component;

/**
 * Streams as the log holds them, kept decoded in memory. An event never changes, so what is held of a stream is its
 * beginning; the log is only asked which streams have grown, and for what they grew by. What is held is bounded by the
 * number of events; the streams asked for least make way.
 */
@Component
public class Streams {
    /** What one decoded event takes on the heap, measured over the events of the bench: docs/benchmarks.md. */
    private static final long BYTES_AN_EVENT = 1_000;

    private static final long MOST_EVENTS = 200_000;
    private static final int NEWS_AT_ONCE = 500;

    private final LogReader log;
    private final Cache<String, Held> held = Caffeine.newBuilder()
            .maximumWeight(mostEvents(Runtime.getRuntime().maxMemory()))
            .<String, Held>weigher((stream, held) -> 1 + held.events.size())
            .build();

    /** Reading is shared: it holds back nobody but who spreads the news, lest a stream be read before it and kept after. */
    private final ReadWriteLock news = new ReentrantReadWriteLock();

    private volatile long seen;

    Streams(LogReader log) {
        this.log = log;
        seen = log.position();
    }

    /** @param grown whether the log holds more of it by now */
    private record Held(List<Recorded<DomainEvent>> events, boolean grown) {}

    /** No more than a third of the heap. */
    static long mostEvents(long heap) {
        return Math.min(MOST_EVENTS, heap / 3 / BYTES_AN_EVENT);
    }

    /** Learns which streams have grown: what is read after this is no older than this. */
    void refresh() {
        LogReader.Grown grown = log.grown(seen, NEWS_AT_ONCE);
        while (grown.to() > seen) {
            spread(grown);
            grown = log.grown(seen, NEWS_AT_ONCE);
        }
    }

    private void spread(LogReader.Grown grown) {
        Lock alone = news.writeLock();
        alone.lock();
        try {
            for (String stream : grown.streams()) {
                held.asMap().computeIfPresent(stream, (name, known) -> new Held(known.events, true));
            }
            seen = Math.max(seen, grown.to());
        } finally {
            alone.unlock();
        }
    }

    /**
     * All of a stream as at the last {@link #refresh}, or later; empty if there is no such stream.
     *
     * @throws org.paptracker.log.UnreadableEvent if an entry of it is no event of the domain
     */
    List<Recorded<DomainEvent>> of(String stream) {
        Held known = held.getIfPresent(stream);
        if (known != null && !known.grown) return known.events;
        Lock shared = news.readLock();
        shared.lock();
        try {
            return held.asMap().compute(stream, (name, before) -> read(name, before)).events;
        } finally {
            shared.unlock();
        }
    }

    private Held read(String stream, @Nullable Held before) {
        if (before == null) return new Held(log.stream(stream), false);
        if (!before.grown) return before;
        List<Recorded<DomainEvent>> events = new ArrayList<>(before.events);
        events.addAll(log.stream(stream, events.size(), Long.MAX_VALUE));
        return new Held(List.copyOf(events), false);
    }

    /** Forgets what is held of a stream, and with it every text: for when the log itself has forgotten one. */
    public void forget(String stream) {
        Lock alone = news.writeLock();
        alone.lock();
        try {
            held.invalidate(stream);
        } finally {
            alone.unlock();
        }
    }
}

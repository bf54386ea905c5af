package org.paptracker.query.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.log.UnreadableEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * DecodedStreams as the log holds them, kept decoded in memory. An event never changes unless it is redacted, which the
 * log says; so what is held of a stream is its beginning, and the log is only asked which streams have grown, for what
 * they grew by, and which must be forgotten. What is held is bounded by the
 * number of events; the streams asked for least make way.
 */
@Component
class DecodedStreams {
    /** What one decoded event takes on the heap, measured over the events of the bench: docs/benchmarks.md. */
    private static final long BYTES_AN_EVENT = 1_000;

    private static final long MOST_EVENTS = 200_000;
    private static final int NEWS_AT_ONCE = 500;
    private static final int MANY = 50;

    private final LogReader log;
    private final long most;
    private final Cache<String, Held> held;
    private final Object ahead = new Object();

    /** Reading is shared: only the thread that spreads the news waits. No stream is read before it and kept after. */
    private final ReadWriteLock news = new ReentrantReadWriteLock();

    private volatile long seen;

    @Autowired
    DecodedStreams(LogReader log) {
        this(log, mostEvents(Runtime.getRuntime().maxMemory()));
    }

    /** @param most events to be held at the same time */
    DecodedStreams(LogReader log, long most) {
        this.log = log;
        this.most = most;
        held = Caffeine.newBuilder()
                .maximumWeight(most)
                .<String, Held>weigher((stream, held) -> 1 + held.events.size())
                .build();
        seen = log.position();
    }

    /** @param grown whether the log holds more of it by now */
    private record Held(List<Recorded<DomainEvent>> events, boolean grown) {}

    /** No more than a third of the heap. */
    static long mostEvents(long heap) {
        return Math.min(MOST_EVENTS, heap / 3 / BYTES_AN_EVENT);
    }

    /** All of each of the streams, by name, as the log has them now. */
    Map<String, List<Recorded<DomainEvent>>> of(Collection<String> names) {
        refresh();
        readAhead(names);
        Map<String, List<Recorded<DomainEvent>>> streams = new LinkedHashMap<>();
        for (String name : names) streams.put(name, of(name));
        return streams;
    }

    /**
     * If many are wanted and not held, reads the log once in its order: a commit may be of many streams, and stream by
     * stream it would be read once for each. Does nothing if that would be more than may be held, or can't all be read.
     */
    private void readAhead(Collection<String> names) {
        if (missing(names).size() < MANY) return;
        synchronized (ahead) {
            Set<String> missing = missing(names);
            if (missing.size() < MANY) return;
            try {
                readAhead(missing);
            } catch (UnreadableEvent e) {
                // It may be of another stream than those asked for: stream by stream will tell.
            }
        }
    }

    private Set<String> missing(Collection<String> names) {
        Set<String> missing = new HashSet<>(names);
        missing.removeIf(held.asMap()::containsKey);
        return missing;
    }

    private void readAhead(Set<String> missing) {
        Map<String, List<Recorded<DomainEvent>>> found = new HashMap<>();
        Map<Provenance, Provenance> known = new HashMap<>();
        Set<String> redacted = new HashSet<>();
        long position = 0;
        long events = 0;
        List<Recorded<DomainEvent>> batch = log.after(position, NEWS_AT_ONCE);
        while (!batch.isEmpty()) {
            for (Recorded<DomainEvent> entry : batch) {
                redacted.addAll(LogReader.redactedBy(entry.event()));
                if (!missing.contains(entry.stream())) continue;
                List<Recorded<DomainEvent>> stream = found.computeIfAbsent(entry.stream(), none -> new ArrayList<>());
                stream.add(sharing(entry, stream.isEmpty() ? entry.stream() : stream.get(0).stream(), known));
                if (++events > most) return;
            }
            position = batch.get(batch.size() - 1).position();
            batch = log.after(position, NEWS_AT_ONCE);
        }
        found.keySet().removeAll(redacted); // what was read of it may be older than the redaction
        hold(found, position);
    }

    private void hold(Map<String, List<Recorded<DomainEvent>>> found, long position) {
        Lock alone = news.writeLock();
        alone.lock();
        try {
            for (LogReader.Grown grown = log.grown(position, NEWS_AT_ONCE);
                    grown.to() > position;
                    grown = log.grown(position, NEWS_AT_ONCE)) {
                found.keySet().removeAll(grown.streams());
                found.keySet().removeAll(grown.redacted());
                position = grown.to();
            }
            found.forEach((stream, entries) -> held.put(stream, new Held(List.copyOf(entries), false)));
        } finally {
            alone.unlock();
        }
    }

    /** Learns which streams have grown, and forgets those in which something was redacted: what is read after this is no older than this. */
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
            held.invalidateAll(grown.redacted());
            seen = Math.max(seen, grown.to());
        } finally {
            alone.unlock();
        }
    }

    /**
     * All of a stream as at the last {@link #refresh}, or later; empty if there is no such stream.
     *
     * @throws UnreadableEvent if an entry of it is no event of the domain
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
        if (before != null && !before.grown) return before;
        List<Recorded<DomainEvent>> events = before == null ? new ArrayList<>() : new ArrayList<>(before.events);
        Map<Provenance, Provenance> known = new HashMap<>();
        List<Recorded<DomainEvent>> more = log.stream(stream, events.size(), Long.MAX_VALUE);
        if (before != null && more.isEmpty()) return new Held(before.events, false);
        for (Recorded<DomainEvent> entry : more) {
            events.add(sharing(entry, stream, known));
        }
        return new Held(List.copyOf(events), false);
    }

    /** The same entry, in less room: what is said again and again is held once. */
    private static Recorded<DomainEvent> sharing(
            Recorded<DomainEvent> entry, String stream, Map<Provenance, Provenance> known) {
        return new Recorded<>(
                entry.position(),
                entry.id(),
                entry.recordedAt(),
                stream,
                entry.sequence(),
                known.computeIfAbsent(entry.provenance(), same -> same),
                entry.event());
    }

    /** How many events are held, and one more for each stream. */
    long weight() {
        held.cleanUp();
        return held.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** The first {@code count} entries of a stream, from the log itself. */
    List<Recorded<DomainEvent>> again(String stream, long count) {
        return log.stream(stream, 0, count);
    }
}

package org.paptracker.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.RedactionEvent.ContentRedacted;

/**
 * The streams that decisions were lately based on, kept decoded. One read of what the log has grown by brings all of them
 * up to date, so a command asks the store once, however many streams it rests on. What other processes append comes with
 * the same read. An event never changes unless it is redacted;
 * the log says so after its words are gone, and that is read here too. ADR 33.
 */
final class HotStreams {
    private static final int NEWS_AT_ONCE = 256;

    /** As measured for decoded events on the heap: docs/benchmarks.md. */
    private static final long BYTES_AN_EVENT = 1_000;

    private static final long MOST_EVENTS = 50_000;
    private static final long MINUTES_UNUSED = 10;

    private final CommitReader reader;
    private final Function<Stream<? extends DomainEventData<?>>, DomainEventStream> decoder;
    private final Cache<String, Held> held = Caffeine.newBuilder()
            .maximumWeight(Math.min(MOST_EVENTS, Runtime.getRuntime().maxMemory() / 8 / BYTES_AN_EVENT))
            .<String, Held>weigher((stream, held) -> 1 + held.events.size())
            .expireAfterAccess(MINUTES_UNUSED, TimeUnit.MINUTES)
            .build();

    private final AtomicLong asked = new AtomicLong();
    private long answered; // of those who asked; under the lock of this
    private long seen = -1; // the position that what is held has come to, likewise; -1 before the first question

    /**
     * @param events all of the stream
     * @param folded what an aggregate made of them up to the sequence {@code upTo}; null if nothing yet
     */
    private record Held(
            List<DomainEventMessage<?>> events,
            long upTo,
            @Nullable FoldedStream folded) {}

    HotStreams(CommitReader reader, Function<Stream<? extends DomainEventData<?>>, DomainEventStream> decoder) {
        this.reader = reader;
        this.decoder = decoder;
    }

    /**
     * Reads what the log has grown by. Those who ask while somebody else is reading share the next read.
     *
     * @return the position that everything read from here is complete to
     */
    long refresh() {
        long mine = asked.incrementAndGet();
        synchronized (this) {
            if (answered < mine) {
                long served = asked.get();
                if (seen < 0) seen = reader.position();
                List<Commit> news;
                do {
                    news = reader.following(seen, NEWS_AT_ONCE);
                    news.forEach(this::take);
                } while (news.size() == NEWS_AT_ONCE);
                answered = served;
            }
            return seen;
        }
    }

    /** What this process has appended need not be read. */
    synchronized void appended(Commit commit) {
        if (commit.first() == seen + 1) take(commit);
    }

    private void take(Commit commit) {
        Map<String, List<DomainEventData<?>>> grown = new HashMap<>();
        for (long position = commit.first(); position <= commit.position(); position++) {
            String stream = commit.at(position).stream();
            if (stream == null) continue;
            if (LogReader.isRedaction(commit.at(position))) forgetRedacted(position, commit);
            if (held.getIfPresent(stream) == null) continue;
            grown.computeIfAbsent(stream, none -> new ArrayList<>()).add(StoredEvent.inStream(position, commit));
        }
        grown.forEach(this::add);
        seen = commit.position();
    }

    private void add(String stream, List<DomainEventData<?>> entries) {
        Held known = held.getIfPresent(stream);
        if (known == null) return;
        List<DomainEventMessage<?>> all = new ArrayList<>(known.events);
        for (DomainEventMessage<?> event : decoded(entries)) {
            if (event.getSequenceNumber() == all.size()) all.add(event);
        }
        held.put(stream, new Held(List.copyOf(all), known.upTo, known.folded));
    }

    private void forgetRedacted(long position, Commit commit) {
        for (DomainEventMessage<?> event : decoded(List.of(StoredEvent.inStream(position, commit)))) {
            if (event.getPayload() instanceof ContentRedacted redacted) {
                held.invalidateAll(LogReader.redactedBy(redacted));
            }
        }
    }

    /** All of a stream, as at the last {@link #refresh} or later; empty if there is no such stream. */
    List<DomainEventMessage<?>> of(String stream, Function<String, DomainEventStream> store) {
        Held known = held.getIfPresent(stream);
        if (known != null) return known.events;
        long before = seen();
        List<DomainEventMessage<?>> read =
                List.copyOf(store.apply(stream).asStream().toList());
        hold(stream, read, before);
        return read;
    }

    private synchronized long seen() {
        return seen;
    }

    /** Not if the log has grown since, for then some of that may be missing here and would be for ever. */
    private synchronized void hold(String stream, List<DomainEventMessage<?>> read, long before) {
        boolean isWhole = read.isEmpty() || read.get(read.size() - 1).getSequenceNumber() == read.size() - 1;
        if (seen == before && seen >= 0 && isWhole) held.put(stream, new Held(read, -1, null));
    }

    /** What an aggregate made of the stream, as the first event it takes; empty if nothing is kept. */
    Optional<DomainEventMessage<?>> folded(String stream) {
        Held known = held.getIfPresent(stream);
        if (known == null || known.folded == null) return Optional.empty();
        String type = known.events.get(0).getType();
        return Optional.of(new GenericDomainEventMessage<>(type, stream, known.upTo, known.folded));
    }

    /** Only what was made of all that is held, to the very last event: others may have taken the place of one that is only decided. */
    synchronized void keep(long upTo, FoldedStream folded) {
        Held known = held.getIfPresent(folded.stream());
        if (known == null || upTo != known.events.size() - 1 || upTo == known.upTo) return;
        if (!known.events.get((int) upTo).getIdentifier().equals(folded.last())) return;
        held.put(folded.stream(), new Held(known.events, upTo, folded));
    }

    synchronized void forget() {
        held.invalidateAll();
        seen = -1;
    }

    private List<DomainEventMessage<?>> decoded(List<DomainEventData<?>> entries) {
        List<DomainEventMessage<?>> decoded = new ArrayList<>();
        decoder.apply(entries.stream()).forEachRemaining(decoded::add);
        return decoded;
    }
}

package org.paptracker.log;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.Serializer;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.fold.Recorded;
import org.paptracker.values.redaction.TextPlace;

/**
 * Reads the log for those who only ask: one stream, one position, a stretch of the order, a moment. Each method throws
 * {@link UnreadableEvent} if it meets an entry that is no event of the domain, {@link UnprovenCommit} if it meets one that
 * no command-service decided.
 */
public final class LogReader {
    private static final int STREAM_BATCH = 50;
    private static final int LOOKED_AT_ONCE = 500;
    private static final Set<String> GIVING_CODES = Set.of(
            String.valueOf(EventNames.of(MilestoneAdded.class)), String.valueOf(EventNames.of(ActionReceived.class)));
    private static final String REDACTED = String.valueOf(EventNames.of(ContentRedacted.class));

    private final CommitReader reader;
    private final Serializer serializer = new EventSerializer();

    public LogReader(MongoDatabase database, CommitProof proof) {
        reader = new CommitReader(new CommitStore(database, proof));
    }

    /** All of a stream, from its first event; empty if there is no such stream. */
    public List<Recorded<DomainEvent>> stream(String stream) {
        return stream(stream, 0, Long.MAX_VALUE);
    }

    /**
     * What of a stream stands at the sequence {@code from} or later, and before the sequence {@code before}; the rest is
     * not even looked at.
     */
    public List<Recorded<DomainEvent>> stream(String stream, long from, long before) {
        List<TrackedEventData<?>> entries = new ArrayList<>();
        for (long next = from; next < before; next = from + entries.size()) {
            int size = (int) Math.min(STREAM_BATCH, before - next);
            List<? extends TrackedEventData<?>> batch = reader.stream(stream, next, size);
            entries.addAll(batch);
            if (batch.size() < size) break;
        }
        return recorded(entries.stream().limit(before - from)); // a commit may hold more than was asked for
    }

    /**
     * The streams that something was appended to.
     *
     * @param redacted the streams of which something that was there before has been redacted
     * @param to position up to which this was looked at
     */
    public record Grown(Set<String> streams, Set<String> redacted, long to) {}

    /**
     * Which streams grew after {@code position}, over some {@code limit} entries, none of which is decoded but those that
     * say what was redacted.
     */
    public Grown grown(long position, int limit) {
        Set<String> streams = new HashSet<>();
        Set<String> redacted = new HashSet<>();
        long to = position;
        for (Commit commit : reader.after(position, limit)) {
            for (long at = commit.first(); at <= commit.position(); at++) {
                Commit.Entry entry = commit.at(at);
                if (entry.stream() != null) streams.add(entry.stream());
                if (isRedaction(entry)) {
                    recorded(StoredEvent.after(at - 1, commit).limit(1))
                            .forEach(entryRead -> redacted.addAll(redactedBy(entryRead.event())));
                }
            }
            to = commit.position();
        }
        return new Grown(Set.copyOf(streams), Set.copyOf(redacted), to);
    }

    /** Whether something was redacted after {@code position}. */
    public boolean isRedactedSince(long position) {
        long seen = position;
        Grown grown = grown(seen, LOOKED_AT_ONCE);
        while (grown.to() > seen) {
            if (!grown.redacted().isEmpty()) return true;
            seen = grown.to();
            grown = grown(seen, LOOKED_AT_ONCE);
        }
        return false;
    }

    /**
     * What was given a code.
     *
     * @param streams that began
     * @param inside events that gave codes to what stands in another's stream
     * @param to position up to which this was looked at
     */
    public record Begun(Set<String> streams, List<DomainEvent> inside, long to) {}

    /** What was given a code after {@code position}, over some {@code limit} entries, few of which are decoded. */
    public Begun begun(long position, int limit) {
        Set<String> streams = new HashSet<>();
        List<DomainEvent> inside = new ArrayList<>();
        long to = position;
        for (Commit commit : reader.after(position, limit)) {
            for (long at = commit.first(); at <= commit.position(); at++) {
                Commit.Entry entry = commit.at(at);
                if (entry.stream() != null && entry.sequence() == 0) streams.add(entry.stream());
                if (GIVING_CODES.contains(entry.type())) inside.addAll(eventAt(at, commit));
            }
            to = commit.position();
        }
        return new Begun(Set.copyOf(streams), List.copyOf(inside), to);
    }

    /** Empty if this version can't read it. */
    private List<DomainEvent> eventAt(long position, Commit commit) {
        try {
            return recorded(StoredEvent.after(position - 1, commit).limit(1)).stream()
                    .map(Recorded::event)
                    .toList();
        } catch (UnreadableEvent e) {
            return List.of();
        }
    }

    static boolean isRedaction(Commit.Entry entry) {
        return REDACTED.equals(entry.type());
    }

    /** The streams that hold what an event says was redacted; none for nearly all events. */
    public static Set<String> redactedBy(DomainEvent event) {
        if (!(event instanceof ContentRedacted redacted)) return Set.of();
        return redacted.places().stream().map(TextPlace::stream).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What of a stream can be read: all of it, or what stands before its first entry that is no event of the domain.
     */
    public List<Recorded<DomainEvent>> readable(String stream) {
        try {
            return stream(stream);
        } catch (UnreadableEvent e) {
            List<Recorded<DomainEvent>> found = new ArrayList<>();
            try {
                for (List<Recorded<DomainEvent>> next = stream(stream, 0, 1);
                        !next.isEmpty();
                        next = stream(stream, found.size(), found.size() + 1)) {
                    found.addAll(next);
                }
            } catch (UnreadableEvent first) {
                // What follows it waits for it, wherever streams are read in order.
            }
            return List.copyOf(found);
        }
    }

    /** What follows {@code position}, in the log's order and without a hole; at most {@code limit} entries. */
    public List<Recorded<DomainEvent>> after(long position, int limit) {
        return recorded(reader.after(position, limit).stream()
                .flatMap(commit -> StoredEvent.after(position, commit))
                .limit(limit));
    }

    /** What stands at {@code position}; empty past the end of the log. */
    public Optional<Recorded<DomainEvent>> at(long position) {
        return reader.around(position)
                .flatMap(commit -> recorded(
                                StoredEvent.after(position - 1, commit).limit(1))
                        .stream()
                        .findFirst());
    }

    /** The position of the last event; 0 while there is none. */
    public long position() {
        return reader.position();
    }

    /** The position of the last event recorded at {@code instant} or before; 0 if there is none. */
    public long positionAt(Instant instant) {
        long known = 0;
        long last = position();
        while (known < last) {
            long middle = known + (last - known + 1) / 2;
            Commit commit = reader.around(middle).orElseThrow();
            if (commit.recordedAt().isAfter(instant)) last = commit.first() - 1;
            else known = commit.position();
        }
        return known;
    }

    private List<Recorded<DomainEvent>> recorded(Stream<? extends TrackedEventData<?>> entries) {
        List<Recorded<DomainEvent>> recorded = new ArrayList<>();
        EventUtils.upcastAndDeserializeTrackedEvents(entries, serializer, Upcasters.ALL)
                .forEach(message -> recorded.add(Recordings.of(message)));
        return List.copyOf(recorded);
    }
}

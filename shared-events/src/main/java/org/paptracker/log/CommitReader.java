package org.paptracker.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.jspecify.annotations.Nullable;

/** Reads the log forward, in its total order, and never past a hole. */
final class CommitReader {
    private final CommitStore store;
    private volatile @Nullable Commit known;

    CommitReader(CommitStore store) {
        this.store = store;
    }

    /**
     * The commits that hold what follows {@code position}, up to some {@code limit} events, in order and without a hole.
     * The first may begin before {@code position}, if that stands in its middle, and may hold more than the limit.
     * Empty at the end of the log.
     */
    List<Commit> after(long position, int limit) {
        List<Commit> found = store.endingWithin(position + 1, position + limit);
        if (found.isEmpty()) found = store.endingFrom(position + 1).stream().toList();
        long end = position;
        for (int i = 0; i < found.size(); i++) {
            Commit next = found.get(i);
            if (next.first() > end + 1) return found.subList(0, i);
            end = next.position();
        }
        return found;
    }

    /** The commit that holds {@code position}; empty past the end of the log. */
    Optional<Commit> around(long position) {
        return store.endingFrom(position).filter(commit -> commit.first() <= position);
    }

    /** The last commit that this reader has met, without asking the store unless it has met none. */
    @Nullable
    Commit known() {
        return known == null ? head().orElse(null) : known;
    }

    /** Its position, without ever asking the store; 0 if it has met none. */
    long knownPosition() {
        Commit last = known;
        return last == null ? 0 : last.position();
    }

    /** The last commit of the log, from the last one known on. */
    Optional<Commit> head() {
        Commit head = known;
        if (head == null) head = store.last().orElse(null);
        if (head == null) return Optional.empty();
        for (List<Commit> next = after(head.position(), 512); !next.isEmpty(); next = after(head.position(), 512)) {
            head = next.get(next.size() - 1);
        }
        known = head;
        return Optional.of(head);
    }

    /** What a writer has just appended: the next search for the head starts there. */
    void knows(Commit appended) {
        known = appended;
    }

    /**
     * The entries of a stream from sequence number {@code first} on: fewer than {@code count} at its end, more if the
     * last commit holds more.
     */
    List<TrackedDomainEventData<String>> stream(String stream, long first, int count) {
        List<String> keys = LongStream.range(first, first + count)
                .mapToObj(sequence -> Commit.Entry.key(stream, sequence))
                .toList();
        List<TrackedDomainEventData<String>> found = new ArrayList<>();
        for (Commit commit : store.byKeys(keys)) {
            for (long position = commit.first(); position <= commit.position(); position++) {
                Commit.Entry entry = commit.at(position);
                if (entry.sequence() >= first && stream.equals(entry.stream())) {
                    found.add(StoredEvent.inStream(position, commit));
                }
            }
        }
        return found;
    }
}

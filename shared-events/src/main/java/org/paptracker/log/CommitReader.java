package org.paptracker.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.jspecify.annotations.Nullable;

/** Reads the log forward, in its total order, and never past a hole. */
final class CommitReader {
    /** More events than any one commit holds. */
    static final int LARGEST_COMMIT = 20_000;

    private final CommitStore store;
    private volatile @Nullable Commit known;

    CommitReader(CommitStore store) {
        this.store = store;
    }

    /**
     * The commits that hold what follows {@code position}, up to some {@code limit} events, in order and without a hole.
     * The first may begin before {@code position}, if that stands in its middle. Empty at the end of the log: that
     * costs one exact key.
     */
    List<Commit> after(long position, int limit) {
        Optional<Commit> first = store.byKey(Commit.afterKey(position));
        if (first.isEmpty() && !store.endsAt(position)) first = around(position + 1);
        if (first.isEmpty()) return List.of();

        List<Commit> commits = new ArrayList<>();
        commits.add(first.get());
        long end = first.get().position();
        if (end - position >= limit) return commits;
        for (Commit next : store.endingWithin(end + 1, position + limit)) {
            if (next.first() != end + 1) break; // not there yet, or its end lies further on
            commits.add(next);
            end = next.position();
        }
        return commits;
    }

    /** The commit that holds {@code position}; empty past the end of the log. */
    Optional<Commit> around(long position) {
        long from = position;
        for (int window = 64; from < position + LARGEST_COMMIT; window *= 4) {
            List<Commit> found = store.endingWithin(from, from + window - 1);
            if (!found.isEmpty()) return Optional.of(found.get(0)).filter(commit -> commit.first() <= position);
            from += window;
        }
        return Optional.empty();
    }

    /** The last commit that this reader has met, without asking the store unless it has met none. */
    @Nullable
    Commit known() {
        return known == null ? head().orElse(null) : known;
    }

    /** The last commit of the log, from the last one known: follows the chain of {@code after:} keys. */
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

    /** The entries of a stream with the {@code count} sequence numbers from {@code first} on, as far as there are any. */
    List<TrackedDomainEventData<String>> stream(String stream, long first, int count) {
        List<String> keys = LongStream.range(first, first + count)
                .mapToObj(sequence -> Commit.Entry.key(stream, sequence))
                .toList();
        List<TrackedDomainEventData<String>> found = new ArrayList<>();
        for (Commit commit : store.byKeys(keys)) {
            for (long position = commit.first(); position <= commit.position(); position++) {
                Commit.Entry entry = commit.at(position);
                boolean asked = entry.sequence() >= first && entry.sequence() < first + count;
                if (asked && stream.equals(entry.stream())) found.add(StoredEvent.inStream(position, commit));
            }
        }
        return found;
    }
}

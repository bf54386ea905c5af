package org.paptracker.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.jspecify.annotations.Nullable;

/** Reads the log forward, in its total order, and never past a hole. */
final class CommitReader {
    private static final int LOOKED_AT_ONCE = 64;

    private final CommitStore store;
    private final CommitStore asItLies;
    private volatile @Nullable Commit known;
    private volatile @Nullable Commit seen;

    CommitReader(CommitStore store) {
        this.store = store;
        asItLies = store.asItLies();
    }

    /**
     * The commits that hold what follows {@code position}, up to some {@code limit} events, in order and without a hole.
     * The first may begin before {@code position}, if that stands in its middle, and may hold more than the limit.
     * Empty at the end of the log.
     */
    List<Commit> after(long position, int limit) {
        List<Commit> found = store.endingWithin(position + 1, position + limit);
        if (found.isEmpty()) found = store.endingFrom(position + 1).stream().toList();
        return gapless(position, found);
    }

    private static List<Commit> gapless(long position, List<Commit> found) {
        long end = position;
        for (int i = 0; i < found.size(); i++) {
            Commit next = found.get(i);
            if (next.first() > end + 1) return found.subList(0, i);
            end = next.position();
        }
        return found;
    }

    /** Up to {@code most} commits right after the one that ends at {@code position}: one question to the store. */
    List<Commit> following(long position, int most) {
        return following(position, most, store);
    }

    private static List<Commit> following(long position, int most, CommitStore store) {
        return gapless(position, store.after(position, most));
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
        Commit head = head(known, store);
        if (head != null) known = head;
        return Optional.ofNullable(head);
    }

    private static @Nullable Commit head(@Nullable Commit from, CommitStore store) {
        Commit head = from == null ? store.last().orElse(null) : from;
        if (head == null) return null;
        List<Commit> next;
        do {
            next = following(head.position(), LOOKED_AT_ONCE, store);
            if (!next.isEmpty()) head = next.get(next.size() - 1);
        } while (next.size() == LOOKED_AT_ONCE);
        return head;
    }

    /** The position of the last event; 0 while there is none. A commit that is not proven has its positions too. */
    long position() {
        Commit head = head(seen, asItLies);
        if (head == null) return 0;
        seen = head;
        return head.position();
    }

    /** Of the last commit that {@link #position} has met. */
    Optional<Instant> lastRecordedAt() {
        return Optional.ofNullable(seen).map(Commit::recordedAt);
    }

    /** What a writer has just appended: the next search for the head starts there. */
    void knows(Commit appended) {
        known = appended;
        seen = appended;
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

package org.paptracker.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the log forward, in its total order, and never past a hole. */
final class CommitReader {
    /** More events than any one commit holds. */
    static final int LARGEST_COMMIT = 20_000;

    private final CommitStore store;

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

    /** The last commit of the log, from any commit of it: follows the chain of {@code after:} keys. */
    Commit head(Commit known) {
        Commit head = known;
        for (List<Commit> next = after(head.position(), 512); !next.isEmpty(); next = after(head.position(), 512)) {
            head = next.get(next.size() - 1);
        }
        return head;
    }
}

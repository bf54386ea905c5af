package org.paptracker.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the log. Writers of this process that wait together go to the store as one ordered batch; each is told once
 * its own commit is durable, and one that is refused takes nobody along. Nobody waits for a batch to fill: who comes
 * first leads, and those who come meanwhile are the next batch. ADR 33.
 */
final class GroupCommit {
    private static final int MOST_TOGETHER = 64;
    private static final int MOST_ATTEMPTS = 200;
    private static final long LONGEST_QUEUE_SECONDS = 10;

    private final CommitStore store;
    private final CommitReader reader;
    private final LogClock clock;
    private final Consumer<Commit> listener;

    private final Deque<Append> waiting = new ArrayDeque<>(); // under the lock of this
    private boolean isLed; // likewise

    /** @param listener told of each commit once it is durable, in the log's order */
    GroupCommit(CommitStore store, CommitReader reader, LogClock clock, Consumer<Commit> listener) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Returns once it is durable.
     *
     * @throws DuplicateKey if a stream has grown there
     * @throws DecidedOnOldReads if what it rests on has grown
     * @throws RequestAlreadyAccepted if its request was
     * @throws LogBusy if it came to nothing for too long
     */
    Commit append(Append mine) {
        if (isFirst(mine) || isNext(mine)) lead(mine);
        return mine.outcome();
    }

    private synchronized boolean isFirst(Append mine) {
        waiting.add(mine);
        if (isLed) return false;
        isLed = true;
        return true;
    }

    /** Waits until another has appended it, or leaves it to this writer; but not for ever, behind one to whom the store does not answer. */
    private boolean isNext(Append mine) {
        try {
            if (!mine.awaitTold(LONGEST_QUEUE_SECONDS)) withdraw(mine, "were queueing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            withdraw(mine, "were queueing when this one was interrupted");
        }
        return mine.isOpen();
    }

    /** If it is on its way to the store, it can't be: nobody may be told that it was not appended. */
    private void withdraw(Append mine, String why) {
        synchronized (this) {
            if (!mine.isTold() && waiting.remove(mine)) throw new LogBusy(why);
        }
        boolean interrupted = false;
        while (!mine.isTold()) {
            try {
                mine.awaitTold(LONGEST_QUEUE_SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void lead(Append mine) {
        List<Append> together = List.of(mine);
        boolean interrupted = Thread.interrupted(); // an interrupt is for this writer and not for the others
        try {
            together = together();
            appendAll(together);
        } catch (RuntimeException | Error e) {
            for (Append each : together) if (each.isOpen()) each.fail(e);
        } finally {
            handOver();
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Append> together() {
        List<Append> together = new ArrayList<>();
        long size = 0;
        for (Append next = waiting.peek(); next != null && together.size() < MOST_TOGETHER; next = waiting.peek()) {
            size += next.size();
            if (size > MongoEventLog.MOST_BYTES && !together.isEmpty()) break;
            together.add(waiting.remove());
        }
        return together;
    }

    private synchronized void handOver() {
        Append next = waiting.peek();
        if (next == null) isLed = false;
        else next.lead();
    }

    private void appendAll(List<Append> together) {
        Commit previous = reader.known();
        List<Append> open = together;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Commit last = appendWhatPasses(open, previous);
            List<Append> left = open.stream().filter(Append::isOpen).toList();
            if (left.isEmpty()) return;
            if (left.size() < open.size()) {
                attempt = 0;
            } else {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000L * Math.min(attempt, 40)));
            }
            open = left;
            previous = last == null ? reader.head().orElse(null) : last;
        }
        for (Append each : open) each.fail(new LogBusy("were first " + MOST_ATTEMPTS + " times in a row"));
    }

    /** The log's head if all that was tried was appended; null if something else stands there. */
    private @Nullable Commit appendWhatPasses(List<Append> open, @Nullable Commit previous) {
        long head = previous == null ? 0 : previous.position();
        // After the head is known: if the insert finds it still the head, nothing can have grown in between.
        Set<String> grown = grownSinceRead(open, head);
        List<Append> tried = new ArrayList<>();
        List<Commit> commits = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Commit last = previous;
        for (Append each : open) {
            Optional<String> old = oldReads(each, head, grown);
            if (old.isPresent()) {
                refuse(each, old.get());
            } else if (!restsOn(each, taken)) {
                last = commit(each, last);
                tried.add(each);
                commits.add(last);
                taken.addAll(each.keys());
            } // the others rest on what is not appended yet: they are judged again when it is
        }
        int appended = store.insert(commits, tried.stream().map(Append::request).toList());
        for (int i = 0; i < appended; i++) {
            listener.accept(commits.get(i));
            tried.get(i).succeed(commits.get(i));
        }
        if (appended == tried.size()) return last;
        refuseConflicts(tried.get(appended));
        return null;
    }

    private static boolean restsOn(Append later, Set<String> taken) {
        if (taken.isEmpty()) return false;
        StreamsRead reads = later.reads();
        return later.keys().stream().anyMatch(taken::contains)
                || (reads != null
                        && (reads.hasSearched() || reads.nextKeys().stream().anyMatch(taken::contains)));
    }

    /** Keys in the log that follow what these have read. */
    private Set<String> grownSinceRead(List<Append> open, long head) {
        Set<String> next = new HashSet<>();
        for (Append each : open) {
            StreamsRead reads = each.reads();
            if (reads != null && !reads.isAllReadAt(head)) next.addAll(reads.nextKeys());
        }
        return store.those(next);
    }

    /** What has grown of that which it rests on; empty if nothing has. */
    private static Optional<String> oldReads(Append each, long head, Set<String> grown) {
        StreamsRead reads = each.reads();
        if (reads == null) return Optional.empty();
        if (reads.wouldFindMoreAt(head)) return Optional.of("the words that were looked for");
        return reads.nextKeys().stream().filter(grown::contains).findFirst();
    }

    private Commit commit(Append append, @Nullable Commit previous) {
        long head = previous == null ? 0 : previous.position();
        long position = head + append.entries().size();
        return new Commit(
                position, recordedAt(previous, append.entries()), append.entries(), append.texts(), append.digest());
    }

    /** Not earlier than its own events: clocks of other threads of this machine may be a moment ahead. */
    private Instant recordedAt(@Nullable Commit previous, List<Commit.Entry> entries) {
        Instant raised = entries.stream()
                .map(Commit.Entry::raisedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return clock.next(previous == null ? null : previous.recordedAt(), raised);
    }

    private void refuse(Append append, String grown) {
        refuseConflicts(append);
        if (append.isOpen()) append.fail(new DecidedOnOldReads(grown));
    }

    /**
     * After a refusal: it fails if a stream or the request was there first; it succeeds if the commit there is this very
     * one, inserted by a try whose answer was lost; it stays open if only the place in the log was taken.
     */
    private void refuseConflicts(Append append) {
        try {
            Optional<Commit> mine = ownOrConflict(append);
            mine.ifPresent(append::succeed);
        } catch (RequestAlreadyAccepted | DuplicateKey | DecidedOnOldReads e) {
            append.fail(e);
        }
    }

    private Optional<Commit> ownOrConflict(Append append) {
        if (append.request() != null) {
            Optional<Commit> earlier = store.byKey(Commit.requestKey(append.request()));
            if (earlier.isPresent()) {
                if (append.is(earlier.get())) return earlier;
                throw new RequestAlreadyAccepted(earlier.get());
            }
        }
        List<String> keys = append.entries().stream()
                .map(Commit.Entry::key)
                .filter(Objects::nonNull)
                .toList();
        for (Commit earlier : store.byKeys(keys)) {
            if (append.is(earlier)) return Optional.of(earlier);
            Set<String> held = earlier.keys();
            for (int i = 0; i < append.entries().size(); i++) {
                String key = append.entries().get(i).key();
                if (key != null && held.contains(key)) throw new DuplicateKey(key, i);
            }
        }
        Set<String> alike = store.those(Set.copyOf(Commit.alikeKeys(append.entries())));
        if (!alike.isEmpty()) throw new DecidedOnOldReads(alike.iterator().next());
        return Optional.empty();
    }
}

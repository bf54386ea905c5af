package org.paptracker.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The streams that a unit of work has read to their ends, and where those were. What stands in a stream never changes,
 * so a decision that rests on it can only grow old by what comes after its end. ADR 22.
 */
final class StreamsRead {
    private static final String READ = "org.paptracker.log.read";

    private @Nullable Long since;
    private final Map<String, Long> next = new HashMap<>();
    private final List<Search> searches = new ArrayList<>();

    /** @param findsMore asks the log again, from {@code end} on */
    private record Search(long end, BooleanSupplier findsMore) {}

    /** Those of the current unit of work and all that are nested with it; null if there is none. */
    static @Nullable StreamsRead inThisUnit() {
        if (!CurrentUnitOfWork.isStarted()) return null;
        return CurrentUnitOfWork.get().root().getOrComputeResource(READ, key -> new StreamsRead());
    }

    /** @param refresh answers a position of the log, to which or later everything is complete that is read from now on */
    void refreshOnce(LongSupplier refresh) {
        if (since == null) since = refresh.getAsLong();
    }

    /** Those of the current unit of work; null if it has read none, or there is none. */
    static @Nullable StreamsRead ofThisUnit() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(READ) : null;
    }

    /**
     * Notes that the current unit of work, if there is one, rests on a search through the whole log.
     *
     * @param end how far it went
     * @param findsMore whether what stands after {@code end} by now would have been found
     */
    static void restsOnSearch(long end, BooleanSupplier findsMore) {
        StreamsRead reads = inThisUnit();
        if (reads != null) reads.searches.add(new Search(end, findsMore));
    }

    boolean hasSearched() {
        return !searches.isEmpty();
    }

    /** Whether what was appended after a search, up to {@code head}, would have been found by it. */
    boolean wouldFindMoreAt(long head) {
        return searches.stream().anyMatch(search -> search.end < head && search.findsMore.getAsBoolean());
    }

    /** Whether nothing that was read can have grown, because the log itself has not. */
    boolean isAllReadAt(long head) {
        return next.isEmpty() || (since != null && since == head);
    }

    /** Of the events that would follow what was read. */
    Set<String> nextKeys() {
        return next.entrySet().stream()
                .map(stream -> Commit.Entry.key(stream.getKey(), stream.getValue()))
                .collect(Collectors.toSet());
    }

    DomainEventStream noting(String stream, long first, DomainEventStream events) {
        return new Noting(stream, first, events);
    }

    private final class Noting implements DomainEventStream {
        private final String stream;
        private final long first;
        private final DomainEventStream events;

        Noting(String stream, long first, DomainEventStream events) {
            this.stream = stream;
            this.first = first;
            this.events = events;
        }

        /** Read twice, a stream may have grown in between: then the first decision is old already. */
        @Override
        public boolean hasNext() {
            boolean more = events.hasNext();
            if (!more) next.merge(stream, end(), Math::min);
            return more;
        }

        private long end() {
            Long last = events.getLastSequenceNumber();
            return last == null ? first : last + 1;
        }

        @Override
        public DomainEventMessage<?> next() {
            return events.next();
        }

        @Override
        public DomainEventMessage<?> peek() {
            return events.peek();
        }

        @Override
        public Long getLastSequenceNumber() {
            return events.getLastSequenceNumber();
        }
    }
}

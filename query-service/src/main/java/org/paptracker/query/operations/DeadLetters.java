package org.paptracker.query.operations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.paptracker.log.Recordings;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.springframework.stereotype.Component;

/** The dead letters of the projections. Each stream has a row of them: the first could not be taken in, the rest wait. */
@Component
class DeadLetters {
    private final EventProcessingConfiguration processing;

    DeadLetters(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String projection) {
        return processing.deadLetterQueue(projection).orElseThrow();
    }

    /** The first of each row, by position. */
    List<Parked> first(String projection) {
        List<Parked> first = new ArrayList<>();
        for (Iterable<DeadLetter<? extends EventMessage<?>>> row :
                queue(projection).deadLetters()) {
            parked(projection, row).ifPresent(first::add);
        }
        first.sort(Comparator.comparingLong(Parked::position));
        return first;
    }

    private Optional<Parked> parked(String projection, Iterable<DeadLetter<? extends EventMessage<?>>> row) {
        Iterator<DeadLetter<? extends EventMessage<?>>> letters = row.iterator();
        if (!letters.hasNext()) return Optional.empty(); // taken in just now
        DeadLetter<? extends EventMessage<?>> letter = letters.next();
        EventMessage<?> event = letter.message();
        String stream = event instanceof DomainEventMessage<?> inStream ? inStream.getAggregateIdentifier() : null;
        return Optional.of(new Parked(
                Recordings.position(event),
                event.getTimestamp(),
                stream,
                Recordings.name(event),
                letter.cause().map(DeadLetters::words).orElse(null),
                letter.enqueuedAt(),
                Math.max(0, queue(projection).sequenceSize(row(event)) - 1)));
    }

    private static String words(Cause cause) {
        return cause.message().isEmpty() ? cause.type() : cause.type() + ": " + cause.message();
    }

    /** As Axon's own policy names rows: by stream, and an entry of no stream by its id. */
    private static String row(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> inStream
                ? inStream.getAggregateIdentifier()
                : event.getIdentifier();
    }

    /**
     * The one at {@code position}.
     *
     * @throws Refused if there is none, or if it waits behind another
     */
    Parked at(String projection, long position) {
        Parked before = null;
        for (Parked first : first(projection)) {
            if (first.position() == position) return first;
            if (first.position() < position && first.waiting() > 0 && waits(projection, first, position))
                before = first;
        }
        if (before == null) {
            throw new Refused(Problem.of(
                    404,
                    "dead-letter.unknown",
                    "The projection %s has no dead letter at position %d. Perhaps it has been dealt with."
                            .formatted(projection, position)));
        }
        throw new Refused(Problem.of(
                409,
                "dead-letter.waits",
                "It waits behind the one at position %d, of the same stream. Deal with that one first."
                        .formatted(before.position())));
    }

    private boolean waits(String projection, Parked first, long position) {
        if (first.stream() == null) return false;
        for (DeadLetter<? extends EventMessage<?>> letter : queue(projection).deadLetterSequence(first.stream())) {
            if (Recordings.position(letter.message()) == position) return true;
        }
        return false;
    }

    /** What stands first in the row that {@code earlier} stood first in; empty if the row is done with. */
    Optional<Parked> now(String projection, Parked earlier) {
        return first(projection).stream()
                .filter(first -> earlier.stream() == null
                        ? first.position() == earlier.position()
                        : earlier.stream().equals(first.stream()))
                .findFirst();
    }

    /** Tries the row that {@code first} stands first in, until one can't be taken in. */
    void retry(String projection, Parked first) {
        var unused = processing
                .sequencedDeadLetterProcessor(projection)
                .orElseThrow()
                .process(letter -> Recordings.position(letter.message()) == first.position());
    }

    /** Takes the first out of its row. False if it is gone. */
    boolean takeOut(String projection, Parked first) {
        SequencedDeadLetterQueue<EventMessage<?>> queue = queue(projection);
        for (Iterable<DeadLetter<? extends EventMessage<?>>> row : queue.deadLetters()) {
            Iterator<DeadLetter<? extends EventMessage<?>>> letters = row.iterator();
            if (!letters.hasNext()) continue;
            DeadLetter<? extends EventMessage<?>> letter = letters.next();
            if (Recordings.position(letter.message()) != first.position()) continue;
            queue.evict(letter);
            return true;
        }
        return false;
    }
}

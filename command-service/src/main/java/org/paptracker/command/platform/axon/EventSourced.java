package org.paptracker.command.platform.axon;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.log.Recordings;

/**
 * What every shell does round its decider: keeps the state folded, refuses a stale writer, records what was decided.
 *
 * @param <S> the state
 * @param <E> the family of events
 */
public abstract class EventSourced<S, E extends DomainEvent> {
    private final Fold<S, E> fold;
    private S state;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    protected EventSourced(Fold<S, E> fold) {
        this.fold = fold;
        state = fold.initial();
    }

    /** Before any rule is judged: whoever speaks of an older state must look again first. */
    @CommandHandlerInterceptor
    void requireUnchanged(@MetaDataValue(Commands.EXPECTED_VERSION) @Nullable Long expected) {
        Long version = AggregateLifecycle.getVersion();
        if (expected != null && !expected.equals(version)) throw new StreamChanged(expected, version);
    }

    protected final S state() {
        return state;
    }

    /** Which day it is for the domain. */
    protected final LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(Commands.LONDON));
    }

    /** The version that the stream has with these events. */
    protected final Long record(List<? extends E> decided) {
        Handled.decided(decided.size());
        decided.forEach(AggregateLifecycle::apply);
        return AggregateLifecycle.getVersion();
    }

    /**
     * @param inStream the stream that the event belongs to; the message does not know it yet when it is the first
     */
    @SuppressWarnings("unchecked") // a shell subscribes to its own family only
    protected final void recorded(String inStream, DomainEventMessage<? extends E> message) {
        stream = inStream;
        state = fold.step(state, (Recorded<E>) Recordings.of(message));
    }
}

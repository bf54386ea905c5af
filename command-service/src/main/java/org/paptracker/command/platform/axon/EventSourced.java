package org.paptracker.command.platform.axon;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Belongs;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.log.Recordings;
import org.paptracker.values.London;

/**
 * What every shell does round its decider: keeps the state folded, refuses who may not touch it and who is stale, records
 * what was decided.
 *
 * @param <S> the state
 * @param <E> the family of events
 */
public abstract class EventSourced<S, E extends DomainEvent> {
    private final Fold<S, E> fold;
    private S state;

    /** Whether the sender of the command that is handled may not see what there is. */
    private boolean hidden;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    protected EventSourced(Fold<S, E> fold) {
        this.fold = fold;
        state = fold.initial();
    }

    /**
     * Before any rule is judged. What the sender may not see is from here on as if it were not there, so that every
     * answer is that of a thing that does not exist. Then what is other people's work is refused; then whoever speaks of
     * an older state must look again first. ADR 18.
     */
    @CommandHandlerInterceptor
    void requireAllowed(
            Command command, WriteAccess access, @MetaDataValue(Commands.EXPECTED_VERSION) @Nullable Long expected) {
        Belonging belonging = state instanceof Belongs thing ? thing.belonging() : null;
        hidden = belonging != null && !access.sees(belonging);
        requireOwn(command, access);
        Long version = hidden ? null : AggregateLifecycle.getVersion();
        if (expected != null && !expected.equals(version)) throw new StreamChanged(expected, version);
    }

    /**
     * Refuses a lead or an executive what is not their own to do. A family that does not say whose its things are has
     * nothing for them.
     */
    protected void requireOwn(Command command, WriteAccess access) {
        access.requireWholePlan();
    }

    protected final S state() {
        return hidden ? fold.initial() : state;
    }

    /** Which day it is for the domain. */
    protected final LocalDate today(Clock clock) {
        return London.today(clock);
    }

    /** The version that the stream has with these events. */
    protected final Long record(List<? extends E> decided) {
        if (hidden) {
            throw new RuleBroken(
                    "code.taken",
                    "This code is taken already, by something that is not open to you. Choose another code, or ask the programme office.");
        }
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

    /** Of a name or a revision that this version does not know. What is decided without it could be wrong. */
    @EventSourcingHandler
    void on(UnknownSerializedType unreadable, DomainEventMessage<?> message) {
        throw Recordings.unreadable(message);
    }
}

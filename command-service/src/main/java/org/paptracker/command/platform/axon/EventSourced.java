package org.paptracker.command.platform.axon;

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
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.LastWritten;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.command.platform.rules.StepsTaken;
import org.paptracker.command.platform.rules.Words;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.EventNames;
import org.paptracker.log.FoldedStream;
import org.paptracker.log.Recordings;

/**
 * What every shell does round its decider: keeps the state folded, refuses anyone who cannot touch it, saw an older
 * version or took a step that keeps them from this one, records what was decided.
 *
 * @param <S> the state
 * @param <C> the family of commands
 * @param <E> the family of events
 */
public abstract class EventSourced<S, C extends Command, E extends DomainEvent> {
    private final Slice<S, C, E> slice;
    private S state;
    private StepsTaken taken = StepsTaken.NONE;
    private LastWritten written = LastWritten.NONE;

    /** What the command that is handled may write over. */
    private Replaces replaces = Replaces.ANYTHING;

    /** Whether the sender of the command that is handled cannot see what there is. */
    private boolean hidden;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    /** Id of the last event that was folded. */
    private @Nullable String last;

    protected EventSourced(Slice<S, C, E> slice) {
        this.slice = slice;
        state = slice.rules().fold().initial();
    }

    /**
     * Before any rule is judged. What the sender cannot see is from here on as if it were not there, so that every
     * answer is that of a thing that does not exist. Then what is other people's work is refused, and what is other
     * people's words; then anyone who speaks of an older state must look again first. ADR 18.
     */
    @CommandHandlerInterceptor
    void requireAllowed(
            C command,
            Context context,
            @MetaDataValue(Commands.EXPECTED_VERSION) @Nullable Long expected,
            @MetaDataValue(Commands.REPLACES) @Nullable Replaces asked) {
        replaces = asked == null ? Replaces.ANYTHING : asked;
        keep();
        Belonging belonging = state instanceof Belongs thing ? thing.belonging() : null;
        hidden = belonging != null && !context.access().sees(belonging);
        slice.whose().requireOwn(state(), command, context.access());
        Words words = slice.said().words(state(), command);
        if (words != null) words.requireAllowed(context.actor());
        Long version = hidden ? null : AggregateLifecycle.getVersion();
        if (expected != null && !expected.equals(version)) throw new StreamChanged(expected, version);
    }

    /** As the sender of the command may see it. */
    protected final S state() {
        return hidden ? slice.rules().fold().initial() : state;
    }

    /** Decides and records: all that most shells do. The version that the stream has then. */
    protected final Long handled(C command, Context context) {
        return record(decided(command, context));
    }

    protected final List<E> decided(C command, Context context) {
        List<E> decided = slice.rules().decide(state(), command, context);
        (hidden ? StepsTaken.NONE : taken).requireAnother(decided, context.actor());
        if (!hidden) requireSeen(decided, context);
        if (!hidden && !decided.isEmpty()) context.requireUnlike(stream == null ? command.stream() : null, decided);
        return decided;
    }

    private void requireSeen(List<E> decided, Context context) {
        if (replaces == Replaces.NOTHING && decided.stream().noneMatch(EventNames::creates)) {
            throw NotSeen.thereAlready();
        }
        if (replaces == Replaces.OWN_WORK && written.isSomebodyElses(decided, context.actor())) {
            throw NotSeen.writtenBySomebodyElse();
        }
    }

    /** The version that the stream has with these events. */
    protected final Long record(List<E> decided) {
        if (hidden) {
            throw new RuleBroken(
                    "code.taken",
                    "This code is used by an item that you cannot see. Choose another code, or ask the programme"
                            + " office.");
        }
        Handled.decided(decided.size());
        decided.forEach(AggregateLifecycle::apply);
        return AggregateLifecycle.getVersion();
    }

    /** The stream is the event's word: the message does not know it yet when it is the first. */
    @EventSourcingHandler
    void on(DomainEvent event, DomainEventMessage<?> message) {
        stream = event.stream();
        last = message.getIdentifier();
        Recorded<E> recorded = Recordings.of(message).as(slice.events());
        state = slice.rules().fold().step(state, recorded);
        taken = taken.with(recorded);
        written = written.with(recorded);
    }

    /**
     * What has been folded so far.
     *
     * @param state of the slice
     */
    private record Folded(Object state, StepsTaken taken, LastWritten written) {}

    private void keep() {
        Long version = AggregateLifecycle.getVersion();
        if (stream == null || last == null || version == null) return;
        FoldedStream.keep(stream, version, last, new Folded(state, taken, written));
    }

    /** Goes on from what an earlier command has folded: the same fold, over the same events. */
    @EventSourcingHandler
    @SuppressWarnings("unchecked") // of the same stream, and so of the same slice
    void on(FoldedStream beginning) {
        Folded folded = (Folded) beginning.state();
        stream = beginning.stream();
        last = beginning.last();
        state = (S) folded.state;
        taken = folded.taken;
        written = folded.written;
    }

    /** Of a name or a revision that this version does not know. What is decided without it could be wrong. */
    @EventSourcingHandler
    void on(UnknownSerializedType unreadable, DomainEventMessage<?> message) {
        throw Recordings.unreadable(message);
    }
}

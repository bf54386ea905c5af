package org.paptracker.query.platform.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.Streams;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.log.Recordings;

/**
 * Keeps the views of one family up to date: folds a whole batch of events in memory and writes each view once. An event
 * that a view has seen already changes nothing, so a repeat is harmless.
 *
 * @param <V> the view
 * @param <E> the family
 */
public final class Projection<V extends View, E extends DomainEvent> {
    private final Fold<V, E> fold;
    private final Class<E> family;
    private final String streams;
    private final Views<V> views;
    private final Function<String, List<Recorded<DomainEvent>>> log;
    private final BiFunction<String, Long, List<Recorded<DomainEvent>>> logAgain;

    /**
     * @param log all of a stream, by name
     * @param logAgain so many of its first entries, and none of them from memory
     */
    public Projection(
            Fold<V, E> fold,
            Class<E> family,
            Views<V> views,
            Function<String, List<Recorded<DomainEvent>>> log,
            BiFunction<String, Long, List<Recorded<DomainEvent>>> logAgain) {
        this.fold = fold;
        this.family = family;
        streams = Streams.prefix(family);
        this.views = views;
        this.log = log;
        this.logAgain = logAgain;
    }

    /** Takes one event of the batch that {@code unit} stands for. */
    public void on(EventMessage<?> message, UnitOfWork<?> unit) {
        Recorded<DomainEvent> recorded = Recordings.of(message);
        Staged batch = batch(unit);
        Views.Kept<V> kept = batch.kept(recorded.stream()).orElse(new Views.Kept<>(fold.initial(), 0));
        if (recorded.position() <= kept.view().stamp().position()) return;
        V view = recorded.event().corrects() == null ? fold.step(kept.view(), recorded.as(family)) : anew(recorded);
        batch.changed.put(recorded.stream(), new Views.Kept<>(view, kept.redacted()));
    }

    private Staged batch(UnitOfWork<?> unit) {
        return Batch.of(unit)
                .changes(this, () -> new Staged(streamsIn(unit)), staged -> views.write(staged.changed.entrySet()));
    }

    private Set<String> streamsIn(UnitOfWork<?> unit) {
        if (!(unit.root() instanceof BatchingUnitOfWork<?> batch))
            return Set.of(); // one parked event: nothing to share
        return batch.getMessages().stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
                .filter(name -> name.startsWith(streams))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The views of a batch: as the store has them, which is asked once for all of them, and as the batch leaves them. */
    private final class Staged {
        private final Set<String> names;
        private final Map<String, Views.Kept<V>> stored;
        private final Map<String, Views.Kept<V>> changed = new LinkedHashMap<>();

        Staged(Set<String> names) {
            this.names = names;
            stored = views.kept(names);
        }

        Optional<Views.Kept<V>> kept(String stream) {
            Views.Kept<V> kept = changed.getOrDefault(stream, stored.get(stream));
            // Another is asked for by itself: what a redaction is about, or what was parked and is tried again.
            return kept != null || names.contains(stream)
                    ? Optional.ofNullable(kept)
                    : Optional.ofNullable(views.kept(Set.of(stream)).get(stream));
        }
    }

    /**
     * Makes the views of streams again, as far as they have come, from a log in which something was redacted.
     *
     * @param names of streams, of this family or not
     * @param position of the entry which says that it was
     */
    public void forget(Set<String> names, long position, UnitOfWork<?> unit) {
        Staged batch = batch(unit);
        for (String stream : names) {
            if (!stream.startsWith(streams)) continue;
            batch.kept(stream)
                    .ifPresent(kept -> batch.changed.put(
                            stream, new Views.Kept<>(again(stream, kept), Math.max(position, kept.redacted()))));
        }
    }

    private V again(String stream, Views.Kept<V> kept) {
        return fold.over(logAgain.apply(stream, kept.view().stamp().version() + 1).stream()
                .map(entry -> entry.as(family))
                .toList());
    }

    /** Without what a correction puts right, which the view has taken in already. */
    private V anew(Recorded<DomainEvent> correction) {
        return fold.over(log.apply(correction.stream()).stream()
                .filter(entry -> entry.sequence() <= correction.sequence())
                .map(entry -> entry.as(family))
                .toList());
    }

    /**
     * Takes an event of a name that this version does not know. In a stream of this family it is a dead letter, never
     * passed over: what the view would show without it could be wrong.
     */
    public void onUnreadable(EventMessage<?> message) {
        boolean ours = message instanceof DomainEventMessage<?> domain
                && domain.getAggregateIdentifier().startsWith(streams);
        if (ours) throw Recordings.unreadable(message);
    }

    /** Before a replay: forgets everything. */
    public void reset() {
        views.clear();
    }
}

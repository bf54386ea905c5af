package org.paptracker.query.platform.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.events.DomainEvent;
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

    /**
     * @param streams how the names of the family's streams begin
     * @param log all of a stream, by name
     */
    public Projection(
            Fold<V, E> fold,
            Class<E> family,
            String streams,
            Views<V> views,
            Function<String, List<Recorded<DomainEvent>>> log) {
        this.fold = fold;
        this.family = family;
        this.streams = streams;
        this.views = views;
        this.log = log;
    }

    /** Takes one event of the batch that {@code unit} stands for. */
    public void on(EventMessage<?> message, UnitOfWork<?> unit) {
        Recorded<DomainEvent> recorded = Recordings.of(message);
        Map<String, V> batch =
                Batch.of(unit).changes(this, LinkedHashMap::new, changed -> views.write(changed.entrySet()));
        V view = batch.get(recorded.stream());
        if (view == null) view = views.find(recorded.stream()).orElse(fold.initial());
        if (recorded.position() <= view.stamp().position()) return;
        batch.put(
                recorded.stream(),
                recorded.event().corrects() == null ? fold.step(view, recorded.as(family)) : anew(recorded));
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

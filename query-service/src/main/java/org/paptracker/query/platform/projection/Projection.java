package org.paptracker.query.platform.projection;

import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Views<V> views;

    public Projection(Fold<V, E> fold, Class<E> family, Views<V> views) {
        this.fold = fold;
        this.family = family;
        this.views = views;
    }

    /** Takes one event of the batch that {@code unit} stands for. */
    public void on(EventMessage<?> message, UnitOfWork<?> unit) {
        Recorded<DomainEvent> recorded = Recordings.of(message);
        Map<String, V> batch =
                Batch.of(unit).changes(this, LinkedHashMap::new, changed -> views.write(changed.entrySet()));
        V view = batch.get(recorded.stream());
        if (view == null) view = views.find(recorded.stream()).orElse(fold.initial());
        if (recorded.position() <= view.stamp().position()) return;
        batch.put(recorded.stream(), fold.step(view, recorded.as(family)));
    }

    /** Before a replay: forgets everything. */
    public void reset() {
        views.clear();
    }
}

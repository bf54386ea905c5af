package org.paptracker.query.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.fold.Fold;
import org.paptracker.log.LogReader;
import org.paptracker.log.Recordings;
import org.paptracker.query.platform.projection.Beside;
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.PlanId;

/**
 * The views of one family, kept up to date from the log and read as at any time. A family adds the handler of its own
 * events, which gives them to {@link #take}.
 *
 * @param <V> the view
 * @param <E> the family
 */
public abstract class FamilyViews<V extends View, E extends DomainEvent> {
    private final Views<V> views;
    private final Fold<V, E> fold;
    private final Class<E> family;
    private final Projection<V, E> projection;
    private final History history;

    /** @param streams how the names of the family's streams begin */
    protected FamilyViews(Views<V> views, Fold<V, E> fold, Class<E> family, String streams, History history) {
        this.views = views;
        this.fold = fold;
        this.family = family;
        this.history = history;
        projection = new Projection<>(fold, family, streams, views, history::entries, history::again);
    }

    protected final void take(EventMessage<E> message, UnitOfWork<?> unit) {
        projection.on(message, unit);
    }

    /** The log has forgotten words that a view may still show. It may be of this family itself. */
    @EventHandler
    final void on(ContentRedacted event, EventMessage<ContentRedacted> message, UnitOfWork<?> unit) {
        if (family.isInstance(event)) projection.on(message, unit);
        projection.forget(LogReader.redactedBy(event), Recordings.position(message), unit);
        if (!Beside.isHere()) redacted(Recordings.position(message)); // who makes views again has met it long ago
    }

    /** For who has more to do when the log says, at {@code position}, that words are gone. */
    protected void redacted(long position) {}

    @EventHandler
    final void on(UnknownSerializedType unreadable, EventMessage<?> message) {
        projection.onUnreadable(message);
    }

    @ResetHandler
    final void reset() {
        projection.reset();
    }

    /** Of every plan, by code. */
    public final List<V> all(AsAt asAt) {
        return sorted(asAt.isNow() ? views.all() : history.views(views.streams(), fold, family, asAt));
    }

    /** By code. */
    public final List<V> of(PlanId plan, AsAt asAt) {
        return sorted(asAt.isNow() ? views.of(plan) : history.views(views.streams(plan), fold, family, asAt));
    }

    /** Empty if there is, or was, no such stream. */
    protected final Optional<V> find(String stream, AsAt asAt) {
        if (asAt.isNow()) return views.find(stream);
        return history.views(List.of(stream), fold, family, asAt).stream().findFirst();
    }

    /** The names of the family's streams in a plan. */
    public final Set<String> streams(PlanId plan) {
        return views.streams(plan);
    }

    private List<V> sorted(Collection<V> found) {
        return found.stream()
                .sorted(Comparator.comparing(view -> view.code().toString()))
                .toList();
    }
}

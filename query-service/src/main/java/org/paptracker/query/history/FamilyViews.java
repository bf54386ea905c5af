package org.paptracker.query.history;

import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.paptracker.query.platform.projection.Projection;
import org.paptracker.query.platform.projection.ShadowCollection;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Views;
import org.paptracker.values.NaturalOrder;
import org.paptracker.values.plan.PlanId;
import tools.jackson.databind.json.JsonMapper;

/**
 * The views of one family, kept up to date from the log and read as at any time, by anybody as far as they may see. A
 * family adds the handler of its own events, which gives them to {@link #take}.
 *
 * @param <V> the view
 * @param <E> the family
 */
public abstract class FamilyViews<V extends View, E extends DomainEvent> {
    private final Slice<V, E> slice;
    private final Views<V> views;
    private final Fold<V, E> fold;
    private final Class<E> family;
    private final Projection<V, E> projection;
    private final History history;

    protected FamilyViews(Slice<V, E> slice, MongoDatabase database, JsonMapper json, History history) {
        this.slice = slice;
        this.history = history;
        fold = slice.fold();
        family = slice.family();
        views = new Views<>(database, slice.projection(), slice.view(), json);
        projection = new Projection<>(fold, family, views, history::entries, history::again);
    }

    protected final void take(EventMessage<E> message, UnitOfWork<?> unit) {
        projection.on(message, unit);
    }

    /** The log has forgotten words that a view may still show. It may be of this family itself. */
    @EventHandler
    final void on(ContentRedacted event, EventMessage<ContentRedacted> message, UnitOfWork<?> unit) {
        if (family.isInstance(event)) projection.on(message, unit);
        projection.forget(LogReader.redactedBy(event), Recordings.position(message), unit);
        if (!ShadowCollection.isHere())
            redacted(Recordings.position(message)); // who makes views again has met it long ago
    }

    /** For subclasses that have more to do when the log says, at {@code position}, that words are gone. */
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
        if (asAt.isNow() || !asAt.scope().isEverything()) return told(views.all(), asAt);
        return told(history.views(views.streams(), fold, family, asAt), history.access(asAt));
    }

    /** By code. */
    public final List<V> of(PlanId plan, AsAt asAt) {
        if (asAt.isNow() || !asAt.scope().isEverything()) return told(views.of(plan), asAt);
        return told(history.views(views.streams(plan), fold, family, asAt), history.access(asAt));
    }

    /** Empty if there is, or was, no such stream that the caller can see. */
    protected final Optional<V> find(String stream, AsAt asAt) {
        if (asAt.isNow() || !asAt.scope().isEverything()) {
            return views.find(stream)
                    .flatMap(view -> told(Map.of(stream, view), asAt).stream().findFirst());
        }
        List<V> found = history.views(List.of(stream), fold, family, asAt);
        return told(found, history.access(asAt)).stream().findFirst();
    }

    /** The names of the family's streams in every plan, of which the caller can see what became of them. */
    public final Set<String> streams(AsAt asAt) {
        if (asAt.scope().isEverything()) return views.streams();
        return seenNow(views.all(), history.access(asAt)).keySet();
    }

    /** The same, in one plan. */
    public final Set<String> streams(PlanId plan, AsAt asAt) {
        if (asAt.scope().isEverything()) return views.streams(plan);
        return seenNow(views.of(plan), history.access(asAt)).keySet();
    }

    private List<V> told(Map<String, V> now, AsAt asAt) {
        ReadAccess access = history.access(asAt);
        return told(seen(now, asAt, access), access);
    }

    private List<V> told(Collection<V> seen, ReadAccess access) {
        return sorted(seen.stream().map(access::told).toList());
    }

    /** Those of a plan as they stand now, by code. */
    final Map<Object, View> now(PlanId plan) {
        return views.of(plan).values().stream().collect(Collectors.toMap(View::code, view -> view));
    }

    /** Those of a plan that the caller can see, with all that is known of them. */
    final Collection<V> seen(PlanId plan, AsAt asAt, ReadAccess access) {
        return seen(views.of(plan), asAt, access);
    }

    private Collection<V> seen(Map<String, V> now, AsAt asAt, ReadAccess access) {
        Map<String, V> seen = seenNow(now, access);
        if (asAt.isNow()) return seen.values();
        return history.views(seen.keySet(), fold, family, asAt).stream()
                .filter(access::saw)
                .toList();
    }

    private Map<String, V> seenNow(Map<String, V> now, ReadAccess access) {
        Map<String, V> seen = new LinkedHashMap<>(now);
        seen.values().removeIf(view -> !access.sees(view));
        return seen;
    }

    public final Slice<V, E> slice() {
        return slice;
    }

    /** Whether there is such a stream, no matter who can see it. */
    protected final boolean has(String stream) {
        return views.has(stream);
    }

    private List<V> sorted(Collection<V> found) {
        return found.stream()
                .sorted(Comparator.comparing(view -> view.code().toString(), NaturalOrder.OF_TEXTS))
                .toList();
    }
}

package org.paptracker.query.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Corrections;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Names;
import org.paptracker.query.platform.projection.PlanReadAccess;
import org.paptracker.query.platform.projection.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Folds streams again, up to another time, with the fold that keeps the stored view. */
@Component
public class History {
    private final DecodedStreams streams;

    private final ObjectProvider<PlanReadAccess> plans; // both are made of slices, and they need this
    private final ObjectProvider<FamilyViews<?, ?>> families;
    private final Names names;

    History(
            DecodedStreams streams,
            ObjectProvider<PlanReadAccess> plans,
            ObjectProvider<FamilyViews<?, ?>> families,
            Names names) {
        this.names = names;
        this.streams = streams;
        this.plans = plans;
        this.families = families;
    }

    /** What the caller can see, as at {@code asAt}. */
    public ReadAccess access(AsAt asAt) {
        return new ReadAccess(asAt, plans.getObject(), () -> families.stream().toList(), names);
    }

    /** The views of {@code names} as at {@code asAt}, in their order; without those of which nothing counts. */
    <V extends View, E extends DomainEvent> List<V> views(
            Collection<String> names, Fold<V, E> fold, Class<E> family, AsAt asAt) {
        List<V> views = new ArrayList<>();
        for (List<Recorded<DomainEvent>> entries : streams.of(names).values()) {
            view(entries, fold, family, asAt).ifPresent(views::add);
        }
        return views;
    }

    /** All the entries of one stream. */
    List<Recorded<DomainEvent>> entries(String name) {
        return entries(List.of(name)).getOrDefault(name, List.of());
    }

    /** All the entries of {@code names}, by stream. */
    public Map<String, List<Recorded<DomainEvent>>> entries(Collection<String> names) {
        return streams.of(names);
    }

    /** The first {@code count} entries of a stream, whatever memory holds of it. */
    List<Recorded<DomainEvent>> again(String stream, long count) {
        return streams.again(stream, count);
    }

    /** What {@code entries}, all of one stream, fold to as at {@code asAt}; empty if it did not exist by then. */
    public static <V extends View, E extends DomainEvent> Optional<V> view(
            List<Recorded<DomainEvent>> entries, Fold<V, E> fold, Class<E> family, AsAt asAt) {
        V view = fold.initial();
        for (Recorded<DomainEvent> entry :
                Corrections.standing(entries.stream().filter(asAt::knows).toList())) {
            if (asAt.counts(entry)) view = fold.step(view, entry.as(family));
        }
        boolean any = view.stamp().version() >= 0;
        return any && view.exists() ? Optional.of(view) : Optional.empty();
    }
}

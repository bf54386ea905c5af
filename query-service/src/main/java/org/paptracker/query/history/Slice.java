package org.paptracker.query.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.Streams;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Projected;
import org.paptracker.query.platform.projection.View;

/**
 * All that the service has to know of one slice: its family of events, the view folded from them, and how both are told
 * of. To extend this class is enough: {@link Slices} finds it, and no list names it.
 *
 * @param <V> the view
 * @param <E> the family of events
 */
public abstract class Slice<V extends View, E extends DomainEvent> implements Projected {
    /** What stands in place of a code that cannot be named. */
    protected static final String UNNAMED = "(not shown)";

    private final String projection;
    private final Class<E> family;
    private final Class<V> view;
    private final Fold<V, E> fold;
    private final Fold<String, E> sentences;

    /**
     * @param projection name of the event processor and of the collection
     * @param fold keeps the stored view, and answers for any other time
     * @param sentences says in words what happened; a fold, so that no event can be forgotten
     */
    protected Slice(String projection, Class<E> family, Class<V> view, Fold<V, E> fold, Fold<String, E> sentences) {
        this.projection = projection;
        this.family = family;
        this.view = view;
        this.fold = fold;
        this.sentences = sentences;
    }

    /** What people call one of it: "decision". */
    public String noun() {
        return kind();
    }

    /** What the parts of a view are called that others name by {@link View#parts}; null if nobody names any. */
    public @Nullable String partKind() {
        return null;
    }

    /** What the event is about; the first is what the history lists it under. */
    protected List<EntrySubject> about(E event) {
        String stream = event.stream();
        int start = stream.indexOf('/') < 0 ? stream.indexOf(':') : stream.indexOf('/');
        return List.of(new EntrySubject(kind(), stream.substring(start + 1)));
    }

    /** The part of the view that a subject stands for, to tell before from after; null while it does not exist. */
    public @Nullable Object part(V view, EntrySubject subject) {
        return view;
    }

    /** The areas and themes that a view belongs to. */
    public abstract AreasAndThemes areasAndThemes(V view);

    /**
     * An event as the reader of a sentence can be told of it, who can see the view that it led to.
     *
     * @param after the view that it led to
     */
    protected E told(E event, V after, Disclosure disclosure) {
        return event;
    }

    @Override
    public final String projection() {
        return projection;
    }

    public final Class<E> family() {
        return family;
    }

    public final Class<V> view() {
        return view;
    }

    public final Fold<V, E> fold() {
        return fold;
    }

    /** What the names of its streams begin with, up to the colon: {@code decision}. */
    public final String kind() {
        return Streams.kind(family);
    }

    /** The error code if there is no such thing. */
    public final String unknown() {
        return kind() + ".unknown";
    }

    /** What an event of this slice is about; the first is what the history lists it under. */
    public final List<EntrySubject> subjects(DomainEvent event) {
        return about(family.cast(event));
    }

    /** What an event of this slice says happened. */
    public final String sentence(Recorded<DomainEvent> recorded) {
        return sentences.step("", recorded.as(family));
    }

    /** The same, for somebody who can see {@code after}, which it led to. */
    public final String sentence(Recorded<DomainEvent> recorded, V after, Disclosure disclosure) {
        return sentence(told(recorded, after, disclosure));
    }

    /** An entry as somebody may be told of it who can see {@code after}, which it led to. */
    public final Recorded<DomainEvent> told(Recorded<DomainEvent> recorded, V after, Disclosure disclosure) {
        return recorded.with(told(family.cast(recorded.event()), after, disclosure));
    }
}

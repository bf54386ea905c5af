package org.paptracker.query.audit;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.View;

/**
 * What the history needs to know of one family of events.
 *
 * @param fold the very fold that keeps the stored view
 * @param sentence says in words what happened; a fold, so that no event can be forgotten
 * @param subjects what the event is about; the first is what the history lists it under
 * @param part the part of the view that a subject stands for, to tell before from after; null while it does not exist
 * @param areas of the view, by code
 * @param themes of the view, by code
 * @param told an event as somebody may be told of it who may see the view that it led to; for the sentence
 */
public record Family<V extends View, E extends DomainEvent>(
        Class<E> type,
        Fold<V, E> fold,
        Fold<String, E> sentence,
        Function<E, List<AuditEntry.Subject>> subjects,
        BiFunction<V, AuditEntry.Subject, @Nullable Object> part,
        Function<V, Set<String>> areas,
        Function<V, Set<String>> themes,
        Told<V, E> told) {
    /** What stands in place of a code that may not be named. */
    static final String UNNAMED = "(not shown)";

    /** As {@link Disclosure} allows. */
    @FunctionalInterface
    public interface Told<V, E> {
        E by(E event, V after, Disclosure disclosure);
    }

    /** Of events that name nothing but what they are about. */
    public Family(
            Class<E> type,
            Fold<V, E> fold,
            Fold<String, E> sentence,
            Function<E, List<AuditEntry.Subject>> subjects,
            BiFunction<V, AuditEntry.Subject, @Nullable Object> part,
            Function<V, Set<String>> areas,
            Function<V, Set<String>> themes) {
        this(type, fold, sentence, subjects, part, areas, themes, (event, after, disclosure) -> event);
    }

    /** Of an event that is of this family. */
    public List<AuditEntry.Subject> subjects(DomainEvent event) {
        return subjects.apply(type.cast(event));
    }

    /** Of an event that is of this family. */
    public String sentence(Recorded<DomainEvent> recorded) {
        return sentence.step("", recorded.as(type));
    }

    /** The same, for somebody who may see {@code after}, which it led to. */
    public String sentence(Recorded<DomainEvent> recorded, V after, Disclosure disclosure) {
        E event = told.by(type.cast(recorded.event()), after, disclosure);
        return sentence(recorded.with(event));
    }
}

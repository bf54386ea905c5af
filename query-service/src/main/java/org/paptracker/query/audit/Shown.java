package org.paptracker.query.audit;

import java.util.ArrayList;
import java.util.List;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.query.history.ReadAccess;
import org.paptracker.query.history.Slice;
import org.paptracker.query.history.Slices;
import org.paptracker.query.platform.projection.View;

/**
 * An entry that the caller can see: they might have seen what it led to when it was recorded.
 *
 * @param before the view before it; the initial one if they might not have seen that
 * @param after the view after it
 */
public record Shown<V extends View, E extends DomainEvent>(
        Slice<V, E> slice, Recorded<DomainEvent> entry, V before, V after) {

    /** The entries of a stream that the caller can see, in order; they can see what the stream is now. */
    public static List<Shown<?, ?>> of(List<Recorded<DomainEvent>> stream, Slices slices, ReadAccess access) {
        return stream.isEmpty() ? List.of() : of(slices.of(stream.get(0).event()), stream, access);
    }

    private static <V extends View, E extends DomainEvent> List<Shown<?, ?>> of(
            Slice<V, E> slice, List<Recorded<DomainEvent>> stream, ReadAccess access) {
        List<Shown<?, ?>> shown = new ArrayList<>();
        V view = slice.fold().initial();
        V before = view;
        for (int i = 0; i < stream.size(); i++) {
            Recorded<DomainEvent> entry = stream.get(i);
            view = entry.event().corrects() == null
                    ? slice.fold().step(view, entry.as(slice.family()))
                    : slice.fold().over(as(slice.family(), stream.subList(0, i + 1)));
            boolean seen = access.saw(view, entry.position());
            if (seen) shown.add(new Shown<>(slice, entry, before, view));
            before = seen ? view : slice.fold().initial();
        }
        return shown;
    }

    private static <E extends DomainEvent> List<Recorded<E>> as(Class<E> type, List<Recorded<DomainEvent>> entries) {
        return entries.stream().map(entry -> entry.as(type)).toList();
    }

    /** What happened, in words, as the caller may be told. */
    public String sentence(ReadAccess access) {
        return slice.sentence(entry, after, access);
    }

    AuditEntry outline(Entries entries) {
        return entries.outline(slice, entry, before, after);
    }

    AuditEntry entry(Entries entries, ReadAccess access) {
        AuditEntry told = entries.of(
                slice, slice.told(entry, after, access), access.told(before), access.told(after), sentence(access));
        return access.named(access.sendersWords() ? told : told.withoutSendersWords());
    }
}

package org.paptracker.fold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;

/**
 * A mistake is put right by a later entry that names it. Both stay in the history; how things stand follows from the later
 * one alone, as if the earlier had never been said.
 */
public final class Corrections {
    private Corrections() {}

    /** What of {@code history}, of one stream and in its order, no later entry of it puts right. */
    public static <E> List<Recorded<E>> standing(List<Recorded<E>> history) {
        Map<Long, DomainEvent> corrected = new HashMap<>();
        for (Recorded<E> entry : history) {
            if (entry.event() instanceof DomainEvent event && event.corrects() != null) {
                corrected.put(event.corrects(), event);
            }
        }
        if (corrected.isEmpty()) return history;
        return history.stream()
                .filter(entry -> !isPutRight(entry, corrected.get(entry.position())))
                .toList();
    }

    private static boolean isPutRight(Recorded<?> entry, @Nullable DomainEvent by) {
        return by != null && entry.event() instanceof DomainEvent event && by.canCorrect(event);
    }
}

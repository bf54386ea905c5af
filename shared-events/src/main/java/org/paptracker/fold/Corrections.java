package org.paptracker.fold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paptracker.events.DomainEvent;

/**
 * A mistake is put right by a later entry that names it. Both stay in the history; how things stand follows from the later
 * one alone, as if the earlier had never been said.
 */
public final class Corrections {
    private Corrections() {}

    /** What of {@code history}, of one stream and in its order, no later entry of it puts right. */
    public static <E> List<Recorded<E>> standing(List<Recorded<E>> history) {
        List<Recorded<E>> corrections =
                history.stream().filter(Corrections::isCorrection).toList();
        if (corrections.isEmpty()) return history;
        return history.stream()
                .filter(entry -> corrections.stream().noneMatch(correction -> putsRight(correction, entry)))
                .toList();
    }

    /** Which entry of {@code history}, of one stream, was put right by which later one: positions in the log. */
    public static <E> Map<Long, Long> byPosition(List<Recorded<E>> history) {
        Map<Long, Long> corrected = new HashMap<>();
        for (Recorded<E> correction : history) {
            if (!isCorrection(correction)) continue;
            for (Recorded<E> entry : history) {
                if (putsRight(correction, entry)) corrected.put(entry.position(), correction.position());
            }
        }
        return corrected;
    }

    private static boolean isCorrection(Recorded<?> entry) {
        return entry.event() instanceof DomainEvent event && event.corrects() != null;
    }

    /** What names an entry still to come puts nothing right: nobody can have meant that. */
    private static boolean putsRight(Recorded<?> correction, Recorded<?> entry) {
        return correction.position() > entry.position()
                && correction.event() instanceof DomainEvent by
                && entry.event() instanceof DomainEvent earlier
                && Long.valueOf(entry.position()).equals(by.corrects())
                && by.canCorrect(earlier);
    }
}

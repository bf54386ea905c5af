package org.paptracker.query.history;

import org.jspecify.annotations.Nullable;

/**
 * What an event is about.
 *
 * @param type what the name of its stream begins with: {@code decision}; or {@code milestone}
 * @param action of a milestone, whose code is unique in it only; null for all else
 */
public record EntrySubject(
        String type, String code, @Nullable String action) {
    public EntrySubject(String type, String code) {
        this(type, code, null);
    }
}

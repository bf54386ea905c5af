package org.paptracker.query.history;

import java.util.Collection;
import java.util.Set;

/** Where a view belongs, by code: what the history can be narrowed to. */
public record Places(Set<String> areas, Set<String> themes) {
    /** Of the plan as a whole. */
    public static final Places NONE = new Places(Set.of(), Set.of());

    public static Places of(Collection<?> areas, Collection<?> themes) {
        return new Places(Phrases.codes(areas), Phrases.codes(themes));
    }
}

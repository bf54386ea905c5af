package org.paptracker.query.history;

import java.util.Collection;
import java.util.Set;

/** Where a view belongs, by code: what the history can be narrowed to. */
public record AreasAndThemes(Set<String> areas, Set<String> themes) {
    /** Of the plan as a whole. */
    public static final AreasAndThemes NONE = new AreasAndThemes(Set.of(), Set.of());

    public static AreasAndThemes of(Collection<?> areas, Collection<?> themes) {
        return new AreasAndThemes(Phrases.codes(areas), Phrases.codes(themes));
    }
}

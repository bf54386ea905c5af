package org.paptracker.platform.security;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.Visibility;

/**
 * How far somebody's view reaches: everything of a class up to {@code upTo}, and whatever its class is, what belongs to
 * the themes and the organisation that are the caller's own to work on.
 *
 * @param themes codes
 * @param organisation a code; null if they work for none
 */
public record Scope(
        Visibility upTo, Set<String> themes, @Nullable String organisation) {
    public static final Scope EVERYTHING = new Scope(Visibility.RESTRICTED, Set.of(), null);

    public static Scope of(Caller caller) {
        return switch (caller.role()) {
            case PROGRAMME_OFFICE, BOARD, REVIEWER, INFORMATION_GOVERNANCE -> EVERYTHING;
            case WORKSTREAM_LEAD -> new Scope(Visibility.PARTNERSHIP, caller.themes(), null);
            case ACCOUNTABLE_EXECUTIVE -> new Scope(Visibility.PARTNERSHIP, Set.of(), caller.organisation());
            case PARENT_CARER_FORUM, METRICS -> new Scope(Visibility.PARTNERSHIP, Set.of(), null);
            case ANONYMOUS -> new Scope(Visibility.PUBLIC, Set.of(), null);
        };
    }

    public boolean isEverything() {
        return upTo == Visibility.RESTRICTED;
    }

    /** Whether it reaches what is of a class and belongs to these themes and organisations, whose codes are given. */
    public boolean sees(Visibility visibility, Collection<?> themes, Collection<?> organisations) {
        return visibility.compareTo(upTo) <= 0
                || themes.stream().anyMatch(theme -> this.themes.contains(theme.toString()))
                || organisations.stream().anyMatch(code -> code.toString().equals(organisation));
    }
}

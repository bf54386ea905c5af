package org.paptracker.platform.security;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.PlanId;

/**
 * How far somebody's view reaches: everything of a class up to {@code upTo}, and whatever its class is, what belongs to
 * the themes and the organisation that are the caller's own to work on.
 *
 * @param own where the work lies that is the caller's own
 * @param organisation a code; null if they work for none
 */
public record Scope(Visibility upTo, OwnWork own, @Nullable String organisation) {
    public static final Scope EVERYTHING = new Scope(Visibility.RESTRICTED, OwnWork.NONE, null);

    public static Scope of(Caller caller) {
        return switch (caller.role()) {
            case PROGRAMME_OFFICE, BOARD, REVIEWER, INFORMATION_GOVERNANCE -> EVERYTHING;
            case WORKSTREAM_LEAD ->
                new Scope(Visibility.PARTNERSHIP, new OwnWork(caller.own().themes(), Set.of()), null);
            case ACCOUNTABLE_EXECUTIVE ->
                new Scope(
                        Visibility.PARTNERSHIP,
                        new OwnWork(Map.of(), caller.own().plans()),
                        caller.organisation());
            case PARENT_CARER_FORUM, METRICS -> new Scope(Visibility.PARTNERSHIP, OwnWork.NONE, null);
            case ANONYMOUS -> new Scope(Visibility.PUBLIC, OwnWork.NONE, null);
        };
    }

    /** How far people in a role see whatever is nobody's in particular. */
    public static Visibility reachOf(Role role) {
        return of(new Caller("", role, null, OwnWork.NONE)).upTo;
    }

    public boolean isEverything() {
        return upTo == Visibility.RESTRICTED;
    }

    /**
     * Whether it reaches what is of a class and belongs to these themes and organisations, whose codes are given.
     *
     * @param line the plan whose codes they are, and the plans whose place it took; asked for if it matters
     */
    public boolean sees(
            Visibility visibility, Supplier<Set<PlanId>> line, Collection<?> themes, Collection<?> organisations) {
        if (visibility.compareTo(upTo) <= 0) return true;
        if (own.equals(OwnWork.NONE) || (themes.isEmpty() && organisations.isEmpty())) return false;
        Set<String> led = own.themesIn(line.get());
        if (themes.stream().anyMatch(theme -> led.contains(theme.toString()))) return true;
        return organisations.stream().anyMatch(code -> code.toString().equals(organisation))
                && own.hasOrganisationIn(line.get());
    }
}

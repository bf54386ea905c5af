package org.paptracker.command.platform.rules;

import org.jspecify.annotations.Nullable;

/**
 * Who asks. Rules that keep two people apart compare names: the same person in another role is still the same person.
 *
 * @param name in the identity provider
 * @param role the role the actor acts in; null if none is known
 * @param organisation by code; null if the actor has none
 */
public record Actor(
        String name, @Nullable String role, @Nullable String organisation) {
    /** Whether this is the person whom an event names; null is nobody. */
    public boolean is(@Nullable String recorded) {
        return name.equals(recorded);
    }
}

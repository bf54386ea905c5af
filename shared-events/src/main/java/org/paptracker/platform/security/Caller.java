package org.paptracker.platform.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param subject by which the identity provider knows them, whatever their name is; never shown
 * @param name the user's name in the identity provider
 * @param organisation its code; null if they belong to none
 * @param themes codes of the themes that a workstream lead leads
 */
public record Caller(
        String subject, String name, Role role, @Nullable String organisation, Set<String> themes) {
    /** Anyone who has not signed in. */
    public static final Caller ANONYMOUS = new Caller("nobody", Role.ANONYMOUS, null, Set.of());

    /** Somebody known by no more than a name. */
    public Caller(String name, Role role, @Nullable String organisation, Set<String> themes) {
        this(name, name, role, organisation, themes);
    }
}

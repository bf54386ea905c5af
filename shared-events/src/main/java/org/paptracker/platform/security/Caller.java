package org.paptracker.platform.security;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param subject by which the identity provider knows them, whatever their name is; never shown
 * @param name the user's name in the identity provider
 * @param organisation its code; null if they belong to none
 * @param own where their own work lies, if they are a workstream lead or an accountable executive
 */
public record Caller(
        String subject, String name, Role role, @Nullable String organisation, OwnWork own)
        implements Serializable { // into a session
    /** Anyone who has not signed in. */
    public static final Caller ANONYMOUS = new Caller("nobody", Role.ANONYMOUS, null, OwnWork.NONE);

    /** Somebody known by no more than a name. */
    public Caller(String name, Role role, @Nullable String organisation, OwnWork own) {
        this(name, name, role, organisation, own);
    }
}

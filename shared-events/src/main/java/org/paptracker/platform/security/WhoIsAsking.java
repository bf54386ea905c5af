package org.paptracker.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The one place that says who is asking. */
@Component
public class WhoIsAsking {
    /** Who sent the request that this thread serves; {@link Caller#ANONYMOUS} if that one has not signed in. */
    public Caller caller() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The person who signed in by {@code authentication}; {@link Caller#ANONYMOUS} without one. */
    static Caller of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : Caller.ANONYMOUS;
    }
}

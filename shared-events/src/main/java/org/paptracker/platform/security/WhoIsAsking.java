package org.paptracker.platform.security;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The one place that says who is asking. */
@Component
public class WhoIsAsking {
    /**
     * Who sent the request that this thread serves.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody has signed in
     */
    public Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) return caller;
        throw new AuthenticationCredentialsNotFoundException("Nobody has signed in");
    }
}

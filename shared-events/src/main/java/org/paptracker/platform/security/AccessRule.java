package org.paptracker.platform.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Whether the caller may use an endpoint, by the right that it {@link RequiresRight}. Without one, nobody may. */
@Component
class AccessRule {
    private static final String OURS = "org.paptracker.";

    private final WhoIsAsking who;

    AccessRule(WhoIsAsking who) {
        this.who = who;
    }

    /**
     * @param handler what would serve the request; what is not ours, such as the description of the API, is guarded by
     *     its path
     * @throws AuthenticationCredentialsNotFoundException if it takes signing in
     * @throws AccessDeniedException if the caller has signed in and does not have it
     */
    void check(Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) return;
        RequiresRight needs = method.getMethodAnnotation(RequiresRight.class);
        Role role = who.caller().role();
        if (needs != null && needs.value().isOf(role)) return;
        if (role == Role.ANONYMOUS) throw new AuthenticationCredentialsNotFoundException("Nobody has signed in");
        if (needs == null) throw new AccessDeniedException("No right is named here, so nobody has it");
        throw new Forbidden(needs.value());
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }
}

package org.paptracker.platform.security;

import java.util.Optional;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.ProblemSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** What it means that somebody was not let in, or cannot do what they asked. */
@Component
class SignInProblems implements ProblemSource {
    private final boolean byToken;
    private final WhoIsAsking who;

    SignInProblems(@Value("${pap.issuer-uri}") String issuer, WhoIsAsking who) {
        byToken = !issuer.isEmpty();
        this.who = who;
    }

    @Override
    public Optional<Problem> of(Throwable exception) {
        if (exception instanceof NotLetIn known) return Optional.of(known.problem());
        if (exception instanceof Forbidden forbidden) {
            return Optional.of(Problem.of(403, "request.forbidden", String.valueOf(forbidden.getMessage())));
        }
        if (!(exception instanceof AuthenticationException)) return Optional.empty();
        if (exception instanceof AuthenticationCredentialsNotFoundException && isWithoutRole(who.caller())) {
            return Optional.of(Problem.of(
                    403,
                    "request.no-role",
                    "You are signed in, but you have no role here. Please ask the people who look after"
                            + " sign-in to give you one."));
        }
        if (!byToken) return Optional.empty();
        return Optional.of(Problem.of(
                401,
                "request.unauthenticated",
                "Please sign in: the access token is missing, out of date or not for this service."));
    }

    private static boolean isWithoutRole(Caller caller) {
        return caller.role() == Role.ANONYMOUS && !caller.equals(Caller.ANONYMOUS);
    }
}

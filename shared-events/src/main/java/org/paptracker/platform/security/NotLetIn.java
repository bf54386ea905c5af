package org.paptracker.platform.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.springframework.security.core.AuthenticationException;

/** Somebody could not sign in, for a reason that can be said. */
public final class NotLetIn extends AuthenticationException {
    private final transient Problem problem;

    private NotLetIn(Problem problem, @Nullable Throwable cause) {
        super(problem.code());
        if (cause != null) initCause(cause);
        this.problem = problem;
    }

    static NotLetIn unusable(String claim, String sentence) {
        return new NotLetIn(
                Problem.of(
                        401,
                        "request.unusable-claims",
                        "What your sign-in says about you can't be used: the claim '%s' %s. Please tell the people who look after sign-in."
                                .formatted(claim, sentence)),
                null);
    }

    static NotLetIn severalRoles() {
        return new NotLetIn(
                Problem.of(
                        403,
                        "request.several-roles",
                        "You have more than one role here, and only one is allowed: the person who claims must not also"
                                + " verify. Please ask the people who look after sign-in to leave you only one."),
                null);
    }

    static NotLetIn issuerAway(@Nullable Throwable cause) {
        return new NotLetIn(
                Problem.of(
                        503,
                        "request.issuer-away",
                        "Who you are can't be checked just now: the sign-in service does not answer. Please try"
                                + " again."),
                cause);
    }

    static NotLetIn guessing(Duration wait) {
        return new NotLetIn(
                Problem.tooMany(
                        "request.too-many-passwords",
                        "Too many wrong passwords for this name. Please wait a minute, then try again.",
                        wait),
                null);
    }

    public Problem problem() {
        return problem;
    }
}

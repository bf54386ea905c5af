package org.paptracker.platform.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;

/** Somebody could not sign in, for a reason that can be said. */
public final class NotLetIn extends AuthenticationException implements ErrorResponse {
    private final transient Problem problem;
    private final @Nullable Duration wait;

    private NotLetIn(Problem problem, @Nullable Duration wait, @Nullable Throwable cause) {
        super(problem.code());
        if (cause != null) initCause(cause);
        this.problem = problem;
        this.wait = wait;
    }

    static NotLetIn unusable(String claim, String sentence) {
        return new NotLetIn(
                Problem.of(
                        401,
                        "request.unusable-claims",
                        "What your sign-in says about you can't be used: the claim '%s' %s. Please tell whoever looks after sign-in."
                                .formatted(claim, sentence)),
                null,
                null);
    }

    static NotLetIn severalRoles() {
        return new NotLetIn(
                Problem.of(
                        403,
                        "request.several-roles",
                        "You have more than one role here, and nobody may: who claims must not also verify. Please ask"
                                + " whoever looks after sign-in to leave you one."),
                null,
                null);
    }

    static NotLetIn issuerAway(@Nullable Throwable cause) {
        return new NotLetIn(
                Problem.of(
                        503,
                        "request.issuer-away",
                        "Who you are can't be checked just now: the sign-in service does not answer. Please try"
                                + " again."),
                null,
                cause);
    }

    static NotLetIn guessing(Duration wait) {
        return new NotLetIn(
                Problem.of(
                        429,
                        "request.too-many-passwords",
                        "Too many wrong passwords for this name. Please wait a minute, then try again."),
                wait,
                null);
    }

    public Problem problem() {
        return problem;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.valueOf(problem.status());
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        if (wait != null) headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        return headers;
    }

    @Override
    public ProblemDetail getBody() {
        return ProblemDetail.forStatusAndDetail(getStatusCode(), problem.detail());
    }
}

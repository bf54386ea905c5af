package org.paptracker.platform.http;

import java.util.Optional;

/** What a service's own exceptions mean to a caller. Each is a bean; {@link ProblemHandler} asks them all. */
@FunctionalInterface
public interface ProblemSource {
    /** Empty if it does not know this exception. */
    Optional<Problem> of(Throwable exception);
}

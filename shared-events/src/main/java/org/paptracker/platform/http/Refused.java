package org.paptracker.platform.http;

/** Ends a request with a problem. For the HTTP layer; deciders have their own words. */
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

package org.paptracker.platform.rates;

import jakarta.servlet.http.HttpServletRequest;

/** Says that some requests take more work than others. Each is a bean; {@link RateFilter} asks them all. */
@FunctionalInterface
public interface Cost {
    /** What an expensive request counts as. */
    int EXPENSIVE = 10;

    /** As how many requests this one counts; 0 if it is like any other. */
    int of(HttpServletRequest request);
}

package org.paptracker.platform.http;

import jakarta.servlet.http.HttpServletRequest;

/** Lets some requests be larger than others. Each is a bean; {@link BodyFilter} asks them all. */
@FunctionalInterface
public interface BodyLimit {
    /** How many bytes the body of this request may have; 0 if it is like any other. */
    int bytes(HttpServletRequest request);
}

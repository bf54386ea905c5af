package org.paptracker.values.guard;

import org.paptracker.values.ClosedShape;

/**
 * Where a request seems to hold personal data, and of what kind. Never what it is.
 *
 * @param field its path in the request: {@code note}, {@code areas[0].title}; or the name of a header
 */
public record Suspected(
        @ClosedShape("a path that the guard made") String field, PersonalDataKind kind) {}

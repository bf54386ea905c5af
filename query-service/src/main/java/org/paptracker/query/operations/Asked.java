package org.paptracker.query.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.platform.http.Refused;

/**
 * Why an operator does something: a code and a ticket's number. No free text, so nothing personal can stand in it.
 *
 * @param reference letters, digits and hyphens, 40 at the most; null if there is no ticket
 */
record Asked(@Nullable Reason reason, @Nullable String reference) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    enum Reason {
        /** A new version of the service is there that can take the event in. */
        FIXED_BY_RELEASE,
        /** Somebody has put right what could not be read. */
        NOW_READABLE,
        /** What the event says is not shown by this projection, or is known not to matter there. */
        KNOWN_HARMLESS,
        /** What a projection shows does not agree with the log, or may not. */
        VIEW_IN_DOUBT,
        /** The cause may have gone by itself. */
        TRY_AGAIN
    }

    /** @throws Refused naming each field that won't do */
    Reason checked() {
        List<FieldError> errors = new ArrayList<>();
        if (reason == null) errors.add(new FieldError("reason", "request.missing-field", "is missing"));
        if (reference != null && !REFERENCE.matcher(reference).matches()) {
            errors.add(new FieldError(
                    "reference",
                    "request.invalid-value",
                    "must be the number of a ticket: letters, digits and hyphens, 40 at the most"));
        }
        if (reason == null || !errors.isEmpty()) throw new Refused(Problem.malformed(errors));
        return reason;
    }
}

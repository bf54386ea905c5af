package org.paptracker.platform.http;

import java.util.List;

/**
 * What went wrong with a request, in terms a caller can act on.
 *
 * @param status the HTTP status
 * @param code stable, for programs; listed in the README
 * @param detail a sentence for a person
 * @param errors the wrong fields; empty unless the request was malformed
 */
public record Problem(int status, String code, String detail, List<FieldError> errors) {
    /**
     * @param field its path in the body, or the name of a parameter or header
     * @param message what is wrong with it
     */
    public record FieldError(String field, String message) {}

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of());
    }

    public static Problem malformed(List<FieldError> errors) {
        return new Problem(
                400, "request.malformed", "The request could not be read. Please see the errors listed.", errors);
    }

    public static Problem malformed(String field, String message) {
        return malformed(List.of(new FieldError(field, message)));
    }
}

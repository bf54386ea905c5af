package org.paptracker.platform.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, in terms a caller can act on.
 *
 * @param status the HTTP status
 * @param code stable, for programs; listed in the README
 * @param detail a sentence for a person
 * @param errors the wrong fields; empty unless the request was malformed
 * @param facts what else a program may want to know, by name, in order
 */
public record Problem(int status, String code, String detail, List<FieldError> errors, Map<String, ?> facts) {
    /** A fact: after how many seconds it is worth trying again. */
    public static final String RETRY_AFTER = "retryAfter";

    private static final int MOST_ERRORS = 100;

    /**
     * @param line where it stands, if the request was a table; the headings are line 1
     * @param field its path in the body, or the name of a column, a parameter or a header; null if it is the whole line
     * @param code what kind of mistake it is, as the problem's own code would say it
     * @param message what is wrong with it
     */
    public record FieldError(
            @Nullable Integer line, @Nullable String field, String code, String message) {
        public FieldError(String field, String code, String message) {
            this(null, field, code, message);
        }

        /** Of a field that can be read and won't do. {@code constraint} is the simple name of what it breaks. */
        public static FieldError violating(String field, @Nullable String constraint, @Nullable String message) {
            String code = "NotNull".equals(constraint) ? "request.missing-field" : "request.invalid-value";
            return new FieldError(field, code, message == null ? "is not valid" : message);
        }
    }

    public Problem(int status, String code, String detail, List<FieldError> errors) {
        this(status, code, detail, errors, Map.of());
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of());
    }

    /** For callers who must wait: 429, and for how long. */
    public static Problem tooMany(String code, String detail, Duration wait) {
        return new Problem(429, code, detail, List.of(), Map.of(RETRY_AFTER, seconds(wait)));
    }

    /** Whole seconds to wait, as {@code Retry-After} says them: rounded up, at least 1. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** Its code says what is wrong if that is one thing, and {@code request.malformed} if it is several. */
    public static Problem malformed(List<FieldError> errors) {
        List<String> codes = errors.stream().map(FieldError::code).distinct().toList();
        boolean all = errors.size() <= MOST_ERRORS;
        return new Problem(
                400,
                codes.size() == 1 ? codes.get(0) : "request.malformed",
                "The request could not be read. Please see the errors listed.",
                all ? errors : List.copyOf(errors.subList(0, MOST_ERRORS)),
                all ? Map.of() : Map.of("errorCount", errors.size()));
    }

    /** For a parameter, header or field whose value won't do. */
    public static Problem malformed(String field, String message) {
        return malformed(List.of(new FieldError(field, "request.invalid-value", message)));
    }
}

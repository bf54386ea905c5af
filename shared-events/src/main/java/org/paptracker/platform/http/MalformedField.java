package org.paptracker.platform.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a request is wrong, and how, without repeating what was sent. */
final class MalformedField {
    private static final String DATE = "must be a date: 2025-02-13, a month 2025-04, a quarter 2025-Q2 or a year 2025";

    private static final String DAY = "must be a day such as 2025-02-13";

    private MalformedField() {}

    /** As {@code milestones[0].dueOn}; {@code body} if the JSON as a whole is broken. */
    static String path(JacksonException json) {
        if (json instanceof StreamReadException) return "body";
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    static String sentence(JacksonException json) {
        if (json instanceof UnrecognizedPropertyException) return "is not a known field";
        if (json instanceof StreamReadException broken) {
            return "is not well-formed JSON at line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr();
        }
        if (json instanceof MismatchedInputException mismatch) return sentence(mismatch.getTargetType(), null);
        return "is not valid";
    }

    static String sentence(@Nullable Class<?> wanted, @Nullable Object value) {
        if (wanted == null) return "is not valid";
        if (wanted == BusinessDate.class) return DATE;
        if (wanted == LocalDate.class) return DAY;
        if (wanted.isEnum()) {
            return "must be one of "
                    + Arrays.stream(wanted.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (Iterable.class.isAssignableFrom(wanted)) return "must be a list";
        if (wanted == Boolean.class || wanted == boolean.class) return "must be true or false";
        if (Number.class.isAssignableFrom(wanted) || wanted.isPrimitive()) return "must be a whole number";
        if (wanted == String.class) return "must be text";
        if (wanted.isRecord()) return value instanceof String ? "must be a code" : "must be of another type";
        return "is not valid";
    }
}

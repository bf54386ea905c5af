package org.paptracker.platform.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.Period;

/** Says what is wrong with one field, from what it should have been, without repeating what was sent. */
final class MalformedField {
    private MalformedField() {}

    static FieldError unknown(String field) {
        return new FieldError(WrittenText.shown(field), "request.unknown-field", "is not a known field");
    }

    static FieldError notJson(String message) {
        return new FieldError("body", "request.not-json", message);
    }

    static FieldError notA(String field, @Nullable Class<?> wanted) {
        if (wanted == null) return new FieldError(field, "request.invalid-value", "is not valid");
        if (wanted == BusinessDate.class) {
            return new FieldError(
                    field,
                    "request.invalid-date",
                    "must be a date: 2025-02-13, a month 2025-04, a quarter 2025-Q2 or a year 2025"
                            + CalendarDays.RANGE);
        }
        if (wanted == LocalDate.class) {
            return new FieldError(
                    field,
                    "request.invalid-date",
                    "must be a day such as 2025-02-13, without a time" + CalendarDays.RANGE);
        }
        if (wanted == Period.class) {
            return new FieldError(field, "request.invalid-date", "must be " + Period.WORDS + CalendarDays.RANGE);
        }
        if (wanted.isEnum()) {
            String allowed = Arrays.stream(wanted.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return new FieldError(field, "request.unknown-code", "must be one of " + allowed);
        }
        return new FieldError(field, "request.wrong-type", "must be " + kind(wanted));
    }

    private static String kind(Class<?> wanted) {
        if (wanted == String.class) return "text";
        if (wanted == Boolean.class || wanted == boolean.class) return "true or false";
        if (wanted == BigDecimal.class) return "a number";
        if (Iterable.class.isAssignableFrom(wanted)) return "a list";
        if (Number.class.isAssignableFrom(wanted) || wanted.isPrimitive()) return "a whole number";
        return wanted.isRecord() && wanted.getRecordComponents().length > 1 ? "an object" : "a code";
    }
}

package org.paptracker.platform.http;

import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.values.BusinessDate;

/**
 * A text that says a month to one person and two years to another: {@code 2011-12} is December 2011, and the year 2011/12.
 * There are twelve of them, from {@code 2000-01} to {@code 2011-12}. Nobody can tell which is meant, so the sender is asked.
 * The log holds such months, and is not read through this.
 */
public final class MonthOrYears extends DateTimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final int LAST_YEAR = 2099; // a year that begins in 2100 ends outside the years of a plan

    private MonthOrYears(String message) {
        super(message);
    }

    /** @throws MonthOrYears if {@code text} is such a month, where a date is wanted */
    static void refuseDate(String text) {
        int from = firstOfTwoYears(text);
        if (from < 0) return;
        throw new MonthOrYears(
                "%s For the year, write its last day: %d-03-31 for a financial year, %d-08-31 for an academic year"
                        .formatted(question(text, from), from + 1, from + 1));
    }

    /** @throws MonthOrYears if {@code text} is such a month, where a period is wanted */
    static void refusePeriod(String text) {
        int from = firstOfTwoYears(text);
        if (from < 0) return;
        throw new MonthOrYears("%s For the financial year, write %sFY. For the academic year, write %sAY"
                .formatted(question(text, from), text, text));
    }

    /** What the sender is asked. */
    public FieldError error(String field) {
        return new FieldError(field, "request.month-or-years", String.valueOf(getMessage()));
    }

    private static String question(String text, int from) {
        String month = text.substring(5);
        return "can be read as %s or as the year %d/%s. For the month, write %d-M%s."
                .formatted(BusinessDate.parse(text).inWords(), from, month, from, month);
    }

    /** -1 if it is nothing of the kind. */
    private static int firstOfTwoYears(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) return -1;
        int from = Integer.parseInt(shape.group(1));
        return from <= LAST_YEAR && (from + 1) % 100 == Integer.parseInt(shape.group(2)) ? from : -1;
    }
}

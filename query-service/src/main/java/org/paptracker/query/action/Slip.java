package org.paptracker.query.action;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;

/**
 * How many days later than each of its dates a milestone was completed, or is now expected to be. Negative if earlier,
 * null where there is no such date. A date in April counts as the last of April.
 *
 * @param againstBaseline later than first agreed
 * @param againstApproved later than the date that now stands approved
 * @param againstForecast later than the lead last forecast; 0 while that day has not passed
 */
public record Slip(
        @Nullable Long againstBaseline,
        @Nullable Long againstApproved,
        @Nullable Long againstForecast) {
    private static final Slip UNKNOWN = new Slip(null, null, null);

    static Slip of(Due due, @Nullable LocalDate expected) {
        if (expected == null) return UNKNOWN;
        return new Slip(
                days(due.baselineDueOn(), expected),
                days(due.approvedDueOn(), expected),
                days(due.forecastDueOn(), expected));
    }

    private static @Nullable Long days(@Nullable BusinessDate from, LocalDate to) {
        return from == null ? null : (Long) ChronoUnit.DAYS.between(from.last(), to);
    }
}

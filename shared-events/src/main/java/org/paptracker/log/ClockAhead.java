package org.paptracker.log;

import java.time.Duration;

/** This machine's clock is too far ahead of the store's: nothing was recorded. */
public final class ClockAhead extends RuntimeException {
    ClockAhead(Duration ahead) {
        super("The clock of this service is " + inWords(ahead)
                + " ahead of the store's clock. Nothing is recorded until it is set right. Please tell the people who"
                + " look after this service.");
    }

    /** "2 days", "23 hours", "1 minute": rounded down to the largest unit. */
    public static String inWords(Duration duration) {
        Duration size = duration.abs();
        if (size.toDays() > 0) return count(size.toDays(), "day");
        if (size.toHours() > 0) return count(size.toHours(), "hour");
        return size.toMinutes() > 0 ? count(size.toMinutes(), "minute") : count(size.toSeconds(), "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}

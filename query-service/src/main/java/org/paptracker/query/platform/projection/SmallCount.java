package org.paptracker.query.platform.projection;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.Reading;

/** Counts of people so small that somebody could be recognised: they are not for everybody. */
public final class SmallCount {
    /** The least count of people that may be told to everybody, beside none. */
    public static final int LEAST_SHOWN = 5;

    /** Stands in place of words beside a small count: they could say it. */
    private static final String HIDDEN = "(not shown)";

    private SmallCount() {}

    /** Whether a reading, if it counts people, counts 1 to 4 of them. Nobody is recognised by a 0. */
    public static boolean is(Reading reading) {
        BigDecimal value = reading.value();
        return value != null && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(LEAST_SHOWN)) < 0;
    }

    /**
     * A reading that counts people, as it may be told to everybody: a small count is less than 5, and where it was meant
     * as more than that, or as about that, more than 0. What follows from it, such as a change, is then no more exact
     * either.
     */
    public static Reading blurred(Reading reading) {
        if (!is(reading)) return reading;
        boolean mayBeMore =
                reading.comparator() == Reading.Comparator.GT || reading.comparator() == Reading.Comparator.APPROX;
        return mayBeMore
                ? new Reading(Reading.Comparator.GT, BigDecimal.ZERO, null)
                : new Reading(Reading.Comparator.LT, BigDecimal.valueOf(LEAST_SHOWN), null);
    }

    /** What stands in place of words beside a small count; null if there are none. */
    public static @Nullable String hidden(@Nullable String words) {
        return words == null ? null : HIDDEN;
    }

    public static ErasableText hidden(ErasableText words) {
        return new ErasableText(words.digest(), null, HIDDEN, null);
    }
}

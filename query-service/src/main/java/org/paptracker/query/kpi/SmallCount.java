package org.paptracker.query.kpi;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.paptracker.values.kpi.Reading;

/** Counts of people so small that somebody could be recognised: they are not for everybody. */
public final class SmallCount {
    /** The least count of people that may be told to everybody, beside none. */
    public static final int LEAST_SHOWN = 5;

    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(person|people|child|children|pupils?|students?|learners?|boys?|girls?|bab(y|ies)|infants?"
                    + "|famil(y|ies)|parents?|carers?|siblings?)\\b",
            Pattern.CASE_INSENSITIVE);

    private SmallCount() {}

    /** Whether a reading in {@code unit} counts people, and 1 to 4 of them. Nobody is recognised by a 0. */
    public static boolean is(String unit, Reading reading) {
        BigDecimal value = reading.value();
        return value != null
                && value.signum() > 0
                && value.compareTo(BigDecimal.valueOf(LEAST_SHOWN)) < 0
                && PEOPLE.matcher(unit).find();
    }

    /**
     * The reading as it may be told to everybody: a small count is less than 5, and where it was meant as more than that,
     * or as about that, more than 0. What follows from it, such as a change, is then no more exact either.
     */
    public static Reading blurred(String unit, Reading reading) {
        if (!is(unit, reading)) return reading;
        boolean mayBeMore =
                reading.comparator() == Reading.Comparator.GT || reading.comparator() == Reading.Comparator.APPROX;
        return mayBeMore
                ? new Reading(Reading.Comparator.GT, BigDecimal.ZERO, null)
                : new Reading(Reading.Comparator.LT, BigDecimal.valueOf(LEAST_SHOWN), null);
    }
}

package org.paptracker.values;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Counts of people so small that somebody could be recognised: they are not for everybody. */
public final class SmallCount {
    private static final BigDecimal LEAST_SHOWN = BigDecimal.valueOf(5);
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
                && value.compareTo(LEAST_SHOWN) < 0
                && PEOPLE.matcher(unit).find();
    }
}

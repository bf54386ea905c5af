package org.paptracker.command.platform.rules;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;

/** What holds for every date. */
public final class Dates {
    private Dates() {}

    /**
     * The day something became true: as given, or today.
     *
     * @throws RuleBroken {@code effective-on.in-future} if even the first day it can mean is in the future
     */
    public static BusinessDate effective(@Nullable BusinessDate given, LocalDate today) {
        if (given == null) return BusinessDate.day(today);
        require(
                !given.first().isAfter(today),
                "effective-on.in-future",
                "%s is in the future: today is %s. Record what has happened, on the day it happened."
                        .formatted(given.inWords(), BusinessDate.day(today).inWords()));
        return given;
    }

    /**
     * The day something became true of what there is since {@code start}: as given, or today.
     *
     * @param start null if it is not known since when
     * @throws RuleBroken {@code effective-on.before-start} if even the last day it can mean is before that
     */
    public static BusinessDate effective(@Nullable BusinessDate given, @Nullable BusinessDate start, LocalDate today) {
        BusinessDate on = effective(given, today);
        if (start != null && endsBeforeStart(start, on)) {
            throw new RuleBroken(
                    "effective-on.before-start",
                    "%s is too early: what you speak of begins with %s. Check the two dates."
                            .formatted(on.inWords(), start.inWords()));
        }
        return on;
    }

    /** Whether there is no doubt that one is over before the other begins; no, if either is not known. */
    public static boolean endsBeforeStart(@Nullable BusinessDate start, @Nullable BusinessDate end) {
        return start != null && end != null && end.last().isBefore(start.first());
    }
}

package org.paptracker.query.action;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;

/**
 * What dates say about a milestone, seen from a day. Derived, never stored: tomorrow it is another answer.
 *
 * @param overdue the approved date has passed and nobody has claimed completion
 * @param slippedDays days from the date first agreed to the date now expected: the completion, else the forecast, else
 *     the approved date, but never before {@code day} while it is overdue; negative if early; null if no date was agreed
 */
public record Timing(boolean overdue, @Nullable Long slippedDays) {
    /** Of a milestone of {@code action}: what will not be done, or not here, is never overdue. */
    public static Timing of(ActionView action, MilestoneView milestone, LocalDate day) {
        Due due = milestone.due();
        BusinessDate approved = due.approvedDueOn();
        boolean overdue = action.counts()
                && !milestone.claimedOrComplete()
                && approved != null
                && approved.last().isBefore(day);
        BusinessDate baseline = due.baselineDueOn();
        if (baseline == null || approved == null) return new Timing(overdue, null);
        LocalDate expected = expected(milestone, approved);
        if (overdue && expected.isBefore(day)) expected = day;
        return new Timing(overdue, ChronoUnit.DAYS.between(baseline.last(), expected));
    }

    private static LocalDate expected(MilestoneView milestone, BusinessDate approved) {
        Completion completion = milestone.completion();
        if (completion != null && milestone.claimedOrComplete())
            return completion.completedOn().last();
        BusinessDate forecast = milestone.due().forecastDueOn();
        return (forecast == null ? approved : forecast).last();
    }
}

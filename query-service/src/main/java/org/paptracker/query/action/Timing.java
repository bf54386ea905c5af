package org.paptracker.query.action;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;

/**
 * What dates say about a milestone, seen from a day. Derived, never stored: tomorrow it is another answer.
 *
 * @param overdue the approved date has passed and nobody has claimed completion
 * @param slip against each of its dates; what is still to be done is never expected before {@code day}
 */
public record Timing(boolean overdue, Slip slip) {
    /** Of a milestone of {@code action}: what will not be done, or not here, is never overdue. */
    public static Timing of(ActionView action, MilestoneView milestone, LocalDate day) {
        boolean open = action.counts() && !milestone.claimedOrComplete();
        BusinessDate approved = milestone.due().approvedDueOn();
        boolean overdue = open && approved != null && approved.last().isBefore(day);
        LocalDate expected = expected(milestone);
        if (open && expected != null && expected.isBefore(day)) expected = day;
        return new Timing(overdue, Slip.of(milestone.due(), expected));
    }

    /** Days from the date first agreed; null if no date was agreed. */
    public @Nullable Long slippedDays() {
        return slip.againstBaseline();
    }

    /** The completion, else the forecast, else the approved date; null if there is none of them. */
    private static @Nullable LocalDate expected(MilestoneView milestone) {
        Completion completion = milestone.completion();
        if (completion != null && milestone.claimedOrComplete())
            return completion.completedOn().countsFrom();
        BusinessDate forecast = milestone.due().forecastDueOn();
        BusinessDate expected = forecast == null ? milestone.due().approvedDueOn() : forecast;
        return expected == null ? null : expected.last();
    }
}

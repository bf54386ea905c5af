package org.paptracker.query.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;

/**
 * How the due date of a milestone came to be what it is.
 *
 * @param completedOn as claimed or verified; null if there is no claim that stands
 * @param dueDates every step of its history, in the order recorded
 */
record DueDates(
        MilestoneCode milestone,
        ActionCode action,
        String title,
        @JsonUnwrapped Due due,
        @Nullable BusinessDate completedOn,
        boolean overdue,
        Slip slip,
        List<DueDateMove> dueDates) {

    static DueDates of(ActionView action, MilestoneView milestone, LocalDate day) {
        Timing timing = Timing.of(action, milestone, day);
        Completion completion = milestone.completion();
        return new DueDates(
                milestone.code(),
                action.code(),
                milestone.title(),
                milestone.due(),
                completion == null ? null : completion.completedOn().date(),
                timing.overdue(),
                timing.slip(),
                milestone.dueDates());
    }

    /** A milestone's code is unique in its action only. */
    String key() {
        return milestone + " " + action;
    }
}

package org.paptracker.query.action;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * What a list of actions or milestones is narrowed to. Each is null where it does not matter.
 *
 * @param slipped true: later than first agreed; false: not
 * @param dueBefore approved date, or for an action its due date, on an earlier day
 */
@FromQuery
record ActionFilter(
        @Nullable AreaCode area,
        @Nullable ThemeCode theme,
        @Nullable OrganisationCode organisation,
        @Nullable Rating rating,
        @Nullable Boolean overdue,
        @Nullable Boolean slipped,
        @Nullable String leadRole,
        @Nullable LocalDate dueBefore,
        @Nullable Integer priority) {

    boolean admits(ActionItem item, @Nullable ActionState state) {
        return admits(item.action())
                && (state == null || item.action().state() == state)
                && (rating == null || item.rating() == rating)
                && (overdue == null || overdue == (item.overdue() > 0))
                && slippedAsAsked(item.slippedDays())
                && dueAsAsked(item.action().details().dueOn());
    }

    boolean admits(ActionView action, MilestoneItem item, @Nullable MilestoneState state) {
        return admits(action)
                && (state == null || item.milestone().state() == state)
                && (rating == null || item.rating() == rating)
                && (overdue == null || overdue == item.overdue())
                && slippedAsAsked(item.slippedDays())
                && dueAsAsked(item.milestone().due().approvedDueOn());
    }

    private boolean admits(ActionView action) {
        return (area == null || action.details().areas().contains(area))
                && (theme == null || action.details().themes().contains(theme))
                && (organisation == null || action.details().organisations().contains(organisation))
                && (leadRole == null || action.details().isLedBy(leadRole))
                && (priority == null || priority.equals(action.details().priority()));
    }

    private boolean slippedAsAsked(@Nullable Long days) {
        return slipped == null || slipped == (days != null && days > 0);
    }

    private boolean dueAsAsked(@Nullable BusinessDate due) {
        return dueBefore == null || (due != null && due.last().isBefore(dueBefore));
    }
}

package org.paptracker.query.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;

/** What a list of due dates is narrowed to. Each is null where it does not matter. */
@FromQuery
record DueDateFilter(
        @Nullable AreaCode area,
        @Nullable ThemeCode theme,
        @Nullable ActionCode action,
        @Nullable MilestoneCode milestone) {
    boolean admits(ActionView view) {
        return (area == null || view.details().areas().contains(area))
                && (theme == null || view.details().themes().contains(theme))
                && (action == null || view.code().equals(action));
    }

    boolean admits(MilestoneView view) {
        return (milestone == null || view.code().equals(milestone))
                && !view.dueDates().isEmpty();
    }
}

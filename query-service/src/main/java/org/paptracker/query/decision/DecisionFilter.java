package org.paptracker.query.decision;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.decision.DecisionState;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * What a list of decisions is narrowed to. Each is null where it does not matter.
 *
 * @param overdue as the item says
 */
@FromQuery
record DecisionFilter(
        @Nullable DecisionState state,
        @Nullable BoardCode board,
        @Nullable Boolean overdue,
        @Nullable AreaCode area,
        @Nullable ThemeCode theme,
        @Nullable MeetingCode meeting) {
    boolean admits(DecisionItem item) {
        DecisionView decision = item.decision();
        return (state == null || decision.state() == state)
                && (board == null || decision.details().board().equals(board))
                && (area == null || decision.details().areas().contains(area))
                && (theme == null || decision.details().themes().contains(theme))
                && (meeting == null || meeting.equals(decision.details().meeting()))
                && (overdue == null || overdue == item.overdue());
    }
}

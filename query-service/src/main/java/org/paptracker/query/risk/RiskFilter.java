package org.paptracker.query.risk;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.risk.RiskState;

/**
 * What a list of risks is narrowed to. Each is null where it does not matter.
 *
 * @param escalated true: with a board; false: not
 */
@FromQuery
record RiskFilter(
        @Nullable RiskState state,
        @Nullable Boolean escalated,
        @Nullable AreaCode area,
        @Nullable ThemeCode theme) {
    boolean admits(RiskView risk) {
        return (state == null || risk.state() == state)
                && (escalated == null || escalated == (risk.state() == RiskState.ESCALATED))
                && (area == null || risk.details().areas().contains(area))
                && (theme == null || risk.details().themes().contains(theme));
    }
}

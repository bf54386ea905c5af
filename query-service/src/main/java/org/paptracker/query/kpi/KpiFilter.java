package org.paptracker.query.kpi;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;

/** What a list of KPIs is narrowed to. Each is null where it does not matter. */
@FromQuery
record KpiFilter(
        @Nullable AreaCode area,
        @Nullable ThemeCode theme,
        @Nullable Travel directionOfTravel) {
    boolean admits(KpiItem item) {
        return (area == null || item.kpi().content().areas().contains(area))
                && (theme == null || item.kpi().content().themes().contains(theme))
                && (directionOfTravel == null || item.trend().directionOfTravel() == directionOfTravel);
    }
}

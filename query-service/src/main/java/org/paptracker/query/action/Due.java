package org.paptracker.query.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.values.BusinessDate;

/**
 * A milestone's dates; each null where nobody gave one.
 *
 * @param baselineDueOn first agreed; never moves
 * @param approvedDueOn moves by re-baseline only
 * @param forecastDueOn the lead's, moves freely
 * @param forecastOn the day that forecast was made; null also if it was made under another plan
 */
public record Due(
        @Nullable BusinessDate baselineDueOn,
        @Nullable BusinessDate approvedDueOn,
        @Nullable BusinessDate forecastDueOn,
        @Nullable Effective forecastOn) {}

package org.paptracker.values.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;

/**
 * An unfinished milestone on its way to another plan. Its dates go with it, so that a move hides no slippage.
 *
 * @param details as they stand; the due date in them is the one first agreed
 * @param approvedDueOn the date it is held to; null where nobody gave one
 * @param forecastDueOn what its lead last expected; null if nothing
 * @param state PLANNED, IN_PROGRESS or REOPENED
 */
public record CarriedMilestone(
        MilestoneCode milestone,
        MilestoneDetails details,
        @Nullable BusinessDate approvedDueOn,
        @Nullable BusinessDate forecastDueOn,
        MilestoneState state) {}

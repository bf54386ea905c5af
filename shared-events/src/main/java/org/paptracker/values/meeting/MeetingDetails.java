package org.paptracker.values.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.BoardCode;

/**
 * A board's meeting, planned or held.
 *
 * @param board of the plan, by code
 * @param heldOn when it is or was held
 * @param papersDueOn by when its papers are due; null if nobody said
 * @param present roles, in the order given, never a personal name; empty until it is held
 */
public record MeetingDetails(
        BoardCode board,
        BusinessDate heldOn,
        @Nullable BusinessDate papersDueOn,
        List<String> present,
        Visibility visibility) {}

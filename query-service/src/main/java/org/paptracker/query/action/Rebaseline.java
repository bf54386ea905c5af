package org.paptracker.query.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.RebaselineReason;

/** A new due date that is proposed and not decided. */
public record Rebaseline(
        BusinessDate proposedDueOn,
        RebaselineReason reasonCode,
        @Nullable String reason,
        BusinessDate proposedOn,
        Who proposedBy) {}

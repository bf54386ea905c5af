package org.paptracker.query.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;

/** Somebody other than its submitter vouches for it. */
public record Validation(BusinessDate on, Who by, @Nullable String note) {}

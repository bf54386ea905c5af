package org.paptracker.query.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Who;

/** Somebody other than its submitter vouches for it. */
public record Validation(Effective on, Who by, @Nullable String note) {}

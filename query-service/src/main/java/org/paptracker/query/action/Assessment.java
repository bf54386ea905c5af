package org.paptracker.query.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.Rating;

/** A rating by one assessor. The latest of each assessor stands; none overwrites another's. */
public record Assessment(
        Assessor assessor,
        Rating rating,
        Effective on,
        Who by,
        @Nullable String note) {}

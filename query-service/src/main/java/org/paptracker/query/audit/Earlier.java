package org.paptracker.query.audit;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.query.platform.web.Page;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Which part of the history is wanted.
 *
 * @param before a position: only what was recorded earlier; the {@code next} of an answer
 */
@FromQuery
record Earlier(
        @Nullable Long before,
        @RequestParam(defaultValue = "" + Page.USUAL) int limit) {}

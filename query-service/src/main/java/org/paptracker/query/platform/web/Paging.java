package org.paptracker.query.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Which part of a list is wanted. {@link Page} makes it.
 *
 * @param cursor the {@code next} of the page before; null for the first
 * @param limit how many there are at most, 1 to {@value Page#MOST}
 */
@FromQuery
public record Paging(
        @Nullable String cursor,
        @RequestParam(defaultValue = "" + Page.USUAL) int limit) {}

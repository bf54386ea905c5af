package org.paptracker.values;

/**
 * Something in a plan that somebody spoke of.
 *
 * @param code of the action or milestone; not checked, for it may come later
 */
public record Concern(ConcernType type, String code) {}

package org.paptracker.values.action;

/** How far families share in the work: the ladder of co-production, lowest rung first. */
public enum CoProduction {
    INFORMING,
    CONSULTING,
    ENGAGING,
    CO_DESIGNING,
    CO_PRODUCING
}

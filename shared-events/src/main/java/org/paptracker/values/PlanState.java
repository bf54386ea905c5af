package org.paptracker.values;

/** Life cycle of a plan. */
public enum PlanState {
    DRAFT,
    APPROVED,
    PUBLISHED,
    SUPERSEDED,
    CLOSED
}

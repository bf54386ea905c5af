package org.paptracker.values.plan;

/** Life cycle of a plan. */
public enum PlanState {
    DRAFT,
    APPROVED,
    PUBLISHED,
    SUPERSEDED,
    CLOSED
}

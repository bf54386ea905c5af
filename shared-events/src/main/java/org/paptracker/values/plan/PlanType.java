package org.paptracker.values.plan;

/** What kind of plan this is. */
public enum PlanType {
    /** Priority action plan, after an area SEND inspection. */
    PAP,
    /** A broader plan that is not limited to the inspection letter. */
    IMPROVEMENT_PLAN,
    /** Accelerated progress plan. */
    APP,
    /** Written statement of action. */
    WSOA
}

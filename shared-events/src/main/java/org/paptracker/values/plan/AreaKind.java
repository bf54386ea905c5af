package org.paptracker.values.plan;

/** What kind of area of a plan this is. */
public enum AreaKind {
    /** An area for priority action, named by the inspection. */
    PRIORITY_ACTION,
    /** An area for improvement, named by the inspection. */
    IMPROVEMENT,
    /** An area that the plan itself adds. */
    OTHER
}

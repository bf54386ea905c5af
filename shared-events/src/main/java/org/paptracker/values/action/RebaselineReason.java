package org.paptracker.values.action;

/** Why an approved due date should move. */
public enum RebaselineReason {
    SCOPE_CHANGED,
    DEPENDENCY_LATE,
    CAPACITY,
    FUNDING,
    EXTERNAL_DECISION,
    DATE_RECORDED_WRONGLY,
    OTHER
}

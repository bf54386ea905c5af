package org.paptracker.values;

/** Life cycle of an action. */
public enum ActionState {
    AGREED,
    IN_PROGRESS,
    PAUSED,
    DELIVERED,
    EMBEDDED,
    CANCELLED,
    TRANSFERRED
}

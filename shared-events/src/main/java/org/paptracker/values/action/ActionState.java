package org.paptracker.values.action;

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

package org.paptracker.values.action;

/** Life cycle of a milestone. A reopened milestone counts as in progress until it is claimed again. */
public enum MilestoneState {
    PLANNED,
    IN_PROGRESS,
    CLAIMED_COMPLETE,
    VERIFIED,
    EMBEDDED,
    REOPENED
}

package org.paptracker.values;

/** What in a plan somebody may speak of. */
public enum ConcernType {
    ACTION,
    MILESTONE
}

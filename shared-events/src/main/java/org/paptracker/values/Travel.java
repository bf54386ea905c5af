package org.paptracker.values;

/** Where a measure is going. */
public enum Travel {
    IMPROVING,
    WORSENING,
    UNCHANGED,
    /** The readings do not say, or neither way is the better. */
    UNKNOWN
}

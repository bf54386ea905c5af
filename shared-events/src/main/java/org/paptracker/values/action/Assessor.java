package org.paptracker.values.action;

/** Who rates. Ratings by different assessors stand side by side and never overwrite each other. */
public enum Assessor {
    /** The people who do the work. */
    SELF,
    /** The programme office. */
    PMO,
    BOARD,
    INDEPENDENT
}

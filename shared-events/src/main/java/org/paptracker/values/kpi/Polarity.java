package org.paptracker.values.kpi;

/** Which way is the good one. */
public enum Polarity {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /** Neither: the figure says how much there is, not how well it goes. */
    NEUTRAL
}

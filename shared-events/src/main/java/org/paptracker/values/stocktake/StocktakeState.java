package org.paptracker.values.stocktake;

public enum StocktakeState {
    SCHEDULED,
    /** The cut-off is set: what the reviewers look at no longer changes. */
    FROZEN,
    INITIAL_FEEDBACK,
    FORMAL_FEEDBACK,
    CLOSED
}

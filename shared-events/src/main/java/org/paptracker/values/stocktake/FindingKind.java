package org.paptracker.values.stocktake;

public enum FindingKind {
    /** What the reviewers saw. It may be answered. */
    FINDING,
    /** What they ask for. It has to be answered before the stocktake is closed. */
    RECOMMENDATION
}

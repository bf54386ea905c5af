package org.paptracker.values.stocktake;

/** On what occasion those who hold the partnership to account look at a plan. */
public enum StocktakeKind {
    STOCKTAKE,
    DEEP_DIVE,
    MONITORING_INSPECTION,
    PROGRESS_REVIEW
}

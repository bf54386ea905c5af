package org.paptracker.values.stocktake;

/** What the partnership says to a finding. */
public enum Answer {
    ACCEPTED,
    PARTLY_ACCEPTED,
    NOT_ACCEPTED
}

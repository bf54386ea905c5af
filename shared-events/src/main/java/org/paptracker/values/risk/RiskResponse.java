package org.paptracker.values.risk;

/** What is meant to be done about a risk. */
public enum RiskResponse {
    AVOID,
    REDUCE,
    TRANSFER,
    ACCEPT
}

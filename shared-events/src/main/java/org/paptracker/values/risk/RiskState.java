package org.paptracker.values.risk;

/** Life cycle of a risk. An accepted risk is lived with, a closed one is over. */
public enum RiskState {
    OPEN,
    MITIGATING,
    ESCALATED,
    ACCEPTED,
    CLOSED
}

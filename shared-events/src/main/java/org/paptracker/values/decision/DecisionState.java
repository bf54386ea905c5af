package org.paptracker.values.decision;

/** Life cycle of a decision. What is deferred can still be done. */
public enum DecisionState {
    MADE,
    IMPLEMENTED,
    DEFERRED,
    SUPERSEDED,
    /** Recorded by mistake. */
    WITHDRAWN
}

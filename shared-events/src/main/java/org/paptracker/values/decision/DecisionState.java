package org.paptracker.values.decision;

/** Life cycle of a decision. What is deferred can still be done. */
public enum DecisionState {
    /** No board has made it yet. */
    PROPOSED,
    MADE,
    IMPLEMENTED,
    DEFERRED,
    SUPERSEDED,
    /** Recorded by mistake. */
    WITHDRAWN
}

package org.paptracker.values.evidence;

/** Life cycle of a piece of evidence. */
public enum EvidenceState {
    SUBMITTED,
    RETURNED,
    VALIDATED,
    CHALLENGED,
    UPHELD,
    WITHDRAWN,
    SUPERSEDED;

    /** Whether it counts: somebody other than the submitter found it good, and no challenge is open. */
    public boolean stands() {
        return this == VALIDATED || this == UPHELD;
    }

    public boolean hasEnded() {
        return this == WITHDRAWN || this == SUPERSEDED;
    }
}

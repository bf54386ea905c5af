package org.paptracker.values.redaction;

/** Life cycle of a redaction. */
public enum RedactionState {
    PROPOSED,
    REFUSED,
    /** By a second person. The words are about to go. */
    CONFIRMED,
    /** The words are gone. */
    DONE
}

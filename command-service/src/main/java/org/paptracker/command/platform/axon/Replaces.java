package org.paptracker.command.platform.axon;

/** What a request may write over. */
public enum Replaces {
    /** Whatever is there. */
    ANYTHING,
    /** What its sender wrote last, and not what somebody else did and the sender may never have seen. */
    OWN_WORK,
    /** Nothing: what it makes must be new. */
    NOTHING
}

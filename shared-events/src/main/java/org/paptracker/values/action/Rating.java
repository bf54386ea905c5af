package org.paptracker.values.action;

/** How something is going. Words, never colours or letters: councils and the NHS read the same letter differently. */
public enum Rating {
    COMPLETE_EMBEDDED,
    COMPLETE,
    ON_TRACK,
    AT_RISK,
    OFF_TRACK,
    NOT_STARTED,
    NO_DATA;

    /** Whether it says that nothing is left to do, which takes somebody who claims that. */
    public boolean isOfCompletion() {
        return this == COMPLETE || this == COMPLETE_EMBEDDED;
    }
}

package org.paptracker.log;

/** All that was to be appended could have been, and nothing was: the unit of work was a rehearsal. */
public final class Rehearsed extends RuntimeException {
    Rehearsed() {
        super("Nothing was recorded: this was a rehearsal", null, false, false);
    }
}

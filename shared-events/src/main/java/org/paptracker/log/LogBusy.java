package org.paptracker.log;

/** Other writers took the next place in the log every time; nothing was recorded and the caller may try again. */
public final class LogBusy extends RuntimeException {
    LogBusy(int attempts) {
        super("Other writers were first " + attempts + " times in a row");
    }
}

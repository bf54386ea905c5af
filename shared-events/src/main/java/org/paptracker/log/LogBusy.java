package org.paptracker.log;

/** Other writers took the next place in the log all the time; nothing was recorded and the caller may try again. */
public final class LogBusy extends RuntimeException {
    LogBusy(String how) {
        super("Other writers " + how);
    }
}

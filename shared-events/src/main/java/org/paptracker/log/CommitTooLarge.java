package org.paptracker.log;

/** What was to be appended at once is more than one document of the store should hold; nothing was recorded. */
public final class CommitTooLarge extends RuntimeException {
    CommitTooLarge(long bytes) {
        super("A commit of about " + bytes + " bytes");
    }
}

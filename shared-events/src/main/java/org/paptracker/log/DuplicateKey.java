package org.paptracker.log;

/** A key of what should be appended stands in the log already. */
final class DuplicateKey extends RuntimeException {
    private final int event;

    /** @param event which of those that should be appended has the key, from 0 */
    DuplicateKey(String key, int event) {
        super("Already in the log: " + key);
        this.event = event;
    }

    int event() {
        return event;
    }
}

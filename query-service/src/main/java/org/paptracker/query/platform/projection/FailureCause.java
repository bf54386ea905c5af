package org.paptracker.query.platform.projection;

import com.mongodb.MongoException;

/** Whose fault it is that an event could not be taken in. */
final class FailureCause {
    private FailureCause() {}

    /**
     * Throws on what the store has done: it is away, or broke off. Then the event is as good as ever, and its batch is
     * tried again until the store is back; a dead letter would keep it out of the view until somebody noticed.
     *
     * @return the cause, if it is the event's own
     */
    static Throwable ofTheEvent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException ofTheStore) throw ofTheStore;
        }
        return failure;
    }
}

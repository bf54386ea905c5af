package org.paptracker.query.platform.projection;

/** What is kept up to date from the log by an event processor of its own. Each says so itself: no list names them all. */
public interface Projected {
    /** The name of its event processor and of its collection. */
    String projection();

    /** Whether it can be made again from the log, and would be the same. */
    default boolean isReplayable() {
        return true;
    }
}

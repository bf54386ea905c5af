package org.paptracker.query.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a projection is.
 *
 * @param position of the last entry of the log that it has taken in
 * @param behind how many more there are
 * @param deadLetters events that it could not take in, and those parked behind them
 * @param skipped events that its views go without, because an operator said so
 * @param replay null if none is going on
 * @param lastReplay null if there was none
 */
record ProjectionItem(
        String code,
        long position,
        long behind,
        State state,
        String sentence,
        long deadLetters,
        long skipped,
        @Nullable Progress replay,
        RebuildRecords.@Nullable Finished lastReplay) {
    enum State {
        RUNNING,
        REPLAYING,
        STOPPED,
        FAILING
    }

    /**
     * @param startedAt null if it has not begun
     * @param position of the last entry that it has taken in
     * @param of how many entries there are
     */
    record Progress(@Nullable Instant startedAt, long position, long of, long sinceSeconds) {}
}

package org.paptracker.query.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter: an entry of the log that a projection could not take in.
 *
 * @param type the event's name in the log
 * @param cause the class of what went wrong, and its message if that repeats no words; null if it was never tried
 * @param diedAt when it could not be taken in for the first time
 * @param waiting how many later entries of its stream are parked behind it
 */
record Parked(
        long position,
        Instant recordedAt,
        @Nullable String stream,
        String type,
        @Nullable String cause,
        Instant diedAt,
        long waiting) {}

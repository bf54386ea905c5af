package org.paptracker.query.history;

import java.time.LocalDate;

/**
 * A moment: how far the log had come by then, and which day it was.
 *
 * @param position of the last entry recorded by then; 0 before the first
 * @param day Europe/London
 * @param cutsOff whether nothing that became true after the day belongs to it, as at the cut-off of a stocktake; else it
 *     is a moment of the log alone
 */
public record Moment(long position, LocalDate day, boolean cutsOff) {
    /** A moment of the log alone. */
    public Moment(long position, LocalDate day) {
        this(position, day, false);
    }

    /** By position; within one, by day. */
    public boolean isAfter(Moment other) {
        return position > other.position || (position == other.position && day.isAfter(other.day));
    }
}

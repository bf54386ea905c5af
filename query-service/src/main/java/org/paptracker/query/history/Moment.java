package org.paptracker.query.history;

import java.time.LocalDate;

/**
 * A moment in both times: how far the log had come by then, and which day it was.
 *
 * @param position of the last entry recorded by then; 0 before the first
 * @param day Europe/London
 */
public record Moment(long position, LocalDate day) {
    /** By position; within one, by day. */
    public boolean isAfter(Moment other) {
        return position > other.position || (position == other.position && day.isAfter(other.day));
    }
}

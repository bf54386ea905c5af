package org.paptracker.log;

import org.jspecify.annotations.Nullable;

/**
 * An entry that this version of the code can't turn into an event: its name or its revision is unknown, or its
 * payload has not the shape that they promise. The log itself is whole; whatever else it holds can still be read.
 */
public final class UnreadableEvent extends RuntimeException {
    private final long position;
    private final String name;

    UnreadableEvent(long position, String name, @Nullable String revision, @Nullable Throwable cause) {
        super(
                "No event of the domain can be read at position " + position + ", named " + name
                        + (revision == null ? "" : " in revision " + revision),
                cause);
        this.position = position;
        this.name = name;
    }

    /** Where it stands in the log; 0 if it was not read from the log. */
    public long position() {
        return position;
    }

    /** The name it was recorded under. */
    public String name() {
        return name;
    }
}

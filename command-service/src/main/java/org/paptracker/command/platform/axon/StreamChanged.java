package org.paptracker.command.platform.axon;

import org.jspecify.annotations.Nullable;

/** The sender had seen another version of the stream than the one that stands now. */
public final class StreamChanged extends RuntimeException {
    StreamChanged(long expected, @Nullable Long version) {
        super(
                version == null
                        ? "You asked for version %d, but nothing has been recorded here yet. Ask again without If-Match."
                                .formatted(expected)
                        : "Somebody has recorded something since you looked: this is at version %d now, and you asked for version %d. Please look again, then decide."
                                .formatted(version, expected));
    }
}

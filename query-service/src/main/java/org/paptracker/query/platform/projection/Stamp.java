package org.paptracker.query.platform.projection;

import java.time.Instant;
import org.paptracker.fold.Recorded;

/**
 * How far a view has come.
 *
 * @param version sequence of the last event of its stream, from 0; -1 before the first
 * @param position in the log of that event
 * @param recordedAt when the log learnt it
 */
public record Stamp(long version, long position, Instant recordedAt) {
    /** Of a view that nothing has happened to yet. */
    public static final Stamp NONE = new Stamp(-1, 0, Instant.EPOCH);

    public static Stamp of(Recorded<?> recorded) {
        return new Stamp(recorded.sequence(), recorded.position(), recorded.recordedAt());
    }
}

package org.paptracker.fold;

import java.time.Instant;

/**
 * An event as the log holds it.
 *
 * @param position in the log, from 1, without gaps
 * @param sequence in its stream, from 0, without gaps
 * @param recordedAt when the log learnt it; UTC milliseconds, never earlier than the entry before
 */
public record Recorded<E>(
        long position, String id, Instant recordedAt, String stream, long sequence, Provenance provenance, E event) {
    public String actor() {
        return provenance.actor();
    }

    /** The same entry, its event known to be of a narrower type. */
    public <T extends E> Recorded<T> as(Class<T> type) {
        return new Recorded<>(position, id, recordedAt, stream, sequence, provenance, type.cast(event));
    }

    /** The same entry, telling of another event. */
    public Recorded<E> with(E other) {
        return new Recorded<>(position, id, recordedAt, stream, sequence, provenance, other);
    }
}

package org.paptracker.values.redaction;

import org.paptracker.values.ClosedShape;

/**
 * One text of one entry, as people name it.
 *
 * @param field its path in the event's payload, as in {@link TextPlace}
 */
public record TextAt(
        long position,
        @ClosedShape("a field that the entry has") String field) {
    @Override
    public String toString() {
        return "%s of entry %d".formatted(field, position);
    }
}

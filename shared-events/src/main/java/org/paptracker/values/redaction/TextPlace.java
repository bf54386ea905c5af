package org.paptracker.values.redaction;

import org.paptracker.values.ClosedShape;

/**
 * Where a text stands in the log.
 *
 * @param field its path in the event's payload: {@code note}, {@code details.text}, {@code findings[0].text}; or
 *     {@code metadata.source}
 * @param digest what the payload commits to it by
 */
public record TextPlace(
        long position,
        @ClosedShape("a stream of the log") String stream,
        @ClosedShape("a field that an entry has") String field,
        @ClosedShape("a digest of the log") String digest) {}

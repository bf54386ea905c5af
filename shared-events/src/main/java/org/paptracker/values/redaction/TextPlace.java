package org.paptracker.values.redaction;

/**
 * Where a text stands in the log.
 *
 * @param field its path in the event's payload: {@code note}, {@code details.text}, {@code findings[0].text}
 * @param digest what the payload commits to it by
 */
public record TextPlace(long position, String stream, String field, String digest) {}

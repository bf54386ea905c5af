package org.paptracker.values.redaction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ClosedShape;

/**
 * A place that holds the words somebody wants to be forgotten, with what a person has to know to judge it.
 *
 * @param field and {@code digest}: as in {@link TextPlace}
 * @param kind what happened there: {@code milestone-progress-recorded}
 * @param recordedOn Europe/London
 */
public record FoundPlace(
        long position,
        @ClosedShape("a stream of the log") String stream,
        @ClosedShape("a field that an entry has") String field,
        @ClosedShape("a digest of the log") String digest,
        @ClosedShape("a type of event") String kind,
        BusinessDate recordedOn) {
    public TextAt at() {
        return new TextAt(position, field);
    }

    public TextPlace place() {
        return new TextPlace(position, stream, field, digest);
    }

    /**
     * Those whose words go. A copy that was carried along, as by a transfer, is the same text and goes with it.
     *
     * @param only the texts that were named; null for all of the same words
     */
    public static List<FoundPlace> going(List<FoundPlace> all, @Nullable List<TextAt> only) {
        if (only == null) return all;
        Set<String> digests = all.stream()
                .filter(place -> only.contains(place.at()))
                .map(FoundPlace::digest)
                .collect(Collectors.toSet());
        return all.stream().filter(place -> digests.contains(place.digest)).toList();
    }
}

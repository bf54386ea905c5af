package org.paptracker.query.ledger;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLine.Commitment;
import org.paptracker.query.ledger.Recount.Break;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the words that entries commit to are still theirs, and whether those that are gone went by redaction: an entry
 * has to name their digest. One that confirms a redaction counts too, for it is recorded just before the words go. Where
 * an entry takes over from an earlier one what had been redacted there, the digest is the same, and so is its end.
 */
final class Forgotten {
    private static final Set<String> REDACTIONS = Set.of("content-redacted", "redaction-confirmed");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Place(long position, String field, String digest) {}

    private final Set<String> redacted = new HashSet<>();

    /** In the log's order. */
    private final Set<Place> unexplained = new LinkedHashSet<>();

    /** What a redaction says. Its name and fields are read as they stand, whatever else it holds. */
    void look(LogLine line) {
        if (!REDACTIONS.contains(line.type())) return;
        for (JsonNode place : places(line)) redacted.add(place.path("digest").asString(""));
        unexplained.removeIf(place -> redacted.contains(place.digest()));
    }

    private static JsonNode places(LogLine line) {
        try {
            return JSON.readTree(line.payload()).path("places");
        } catch (JacksonException e) {
            return JSON.createArrayNode();
        }
    }

    /** What is wrong with the words kept for an entry; null if nothing is. Remembers which are gone. */
    @Nullable
    String changed(LogLine line) {
        for (Commitment text : line.commitments()) {
            if (!text.isKept()) {
                if (!redacted.contains(text.digest()))
                    unexplained.add(new Place(line.position(), text.field(), text.digest()));
            } else if (!text.isGenuine()) {
                return "The words kept for entry %d (%s) are not those that were recorded."
                        .formatted(line.position(), text.field());
            }
        }
        return null;
    }

    /** The first words that are gone and that no redaction has named so far; null if there are none. */
    @Nullable
    Break first() {
        if (unexplained.isEmpty()) return null;
        Place place = unexplained.iterator().next();
        return new Break(
                place.position(),
                "The words of entry %d (%s) are gone, and no entry says that they were redacted."
                        .formatted(place.position(), place.field()));
    }
}

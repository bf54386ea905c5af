package org.paptracker.query.ledger;

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
 * Whether the words that entries commit to are still theirs, and whether those that are gone went by redaction: a later
 * entry has to name their place. One that confirms a redaction counts too, for it is recorded just before the words go.
 */
final class Forgotten {
    private static final Set<String> REDACTIONS = Set.of("content-redacted", "redaction-confirmed");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Place(long position, String field, String digest) {}

    /** In the log's order. */
    private final Set<Place> unexplained = new LinkedHashSet<>();

    /** What a redaction says. Its name and fields are read as they stand, whatever else it holds. */
    void look(LogLine line) {
        if (!REDACTIONS.contains(line.type())) return;
        for (JsonNode place : places(line)) {
            unexplained.remove(new Place(
                    place.path("position").asLong(0),
                    place.path("field").asString(""),
                    place.path("digest").asString("")));
        }
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

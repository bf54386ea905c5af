package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The whole log as a reviewer gets it, and what must be true of it. */
final class ExportedHistory {
    /** The one kind of entry that nobody asks for by itself: it follows a confirmation. */
    private static final String FOLLOWS = "content-redacted";

    private final String lines;
    private final List<Entry> entries;

    private record Entry(
            long position,
            String id,
            Instant recordedAt,
            String stream,
            long sequence,
            String type,
            @Nullable String key) {}

    private ExportedHistory(String lines) {
        this.lines = lines;
        entries = lines.lines().map(ExportedHistory::entry).toList();
    }

    /** @param position that it must have come to */
    static ExportedHistory of(ServiceProcess queries, long position) throws IOException, InterruptedException {
        return new ExportedHistory(Http.awaited(queries.address(), "reviewer", "/api/v1/audit/export", position));
    }

    private static Entry entry(String line) {
        JsonNode json = Http.json(line);
        JsonNode key = json.at("/metadata/requestKey");
        return new Entry(
                json.path("position").asLong(),
                json.path("id").asString(),
                Instant.parse(json.path("recordedAt").asString()),
                json.path("stream").asString(),
                json.path("sequence").asLong(),
                json.path("type").asString(),
                key.isMissingNode() ? null : key.asString());
    }

    long size() {
        return entries.size();
    }

    /** What was seen before is still there, unchanged. */
    ExportedHistory continues(@Nullable ExportedHistory earlier) {
        if (earlier != null) assertThat(lines).startsWith(earlier.lines);
        return this;
    }

    /** No hole, no repeat, streams in order, and a clock that never goes back. */
    ExportedHistory isSound() {
        Map<String, Long> sequences = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Instant at = Instant.EPOCH;
        long position = 0;
        for (Entry entry : entries) {
            assertThat(entry.position()).isEqualTo(++position);
            assertThat(ids.add(entry.id())).as("%s again", entry).isTrue();
            assertThat(entry.sequence()).as("%s", entry).isEqualTo(sequences.getOrDefault(entry.stream(), -1L) + 1);
            sequences.put(entry.stream(), entry.sequence());
            assertThat(entry.recordedAt()).as("%s", entry).isAfterOrEqualTo(at);
            at = entry.recordedAt();
        }
        return this;
    }

    /**
     * Each acknowledged command is there once, where its answer said, with as many entries as it makes; and nothing is
     * there that was not acknowledged.
     *
     * @return how many of the acknowledged ones are there
     */
    int holds(Map<String, Acknowledged> acknowledged) {
        Map<String, List<Long>> positions = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.key() != null) {
                positions.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.position());
            } else {
                assertThat(entry.type()).as("%s", entry).isEqualTo(FOLLOWS);
            }
        }
        List<String> wrong = new ArrayList<>();
        acknowledged.forEach((key, told) -> {
            List<Long> found = positions.getOrDefault(key, List.of());
            if (found.size() != told.events() || (told.position() > 0 && !found.equals(told.positions())))
                wrong.add(key + ": " + told + ", but " + found);
        });
        assertThat(wrong).isEmpty();
        assertThat(positions.keySet().stream()
                        .filter(key -> !acknowledged.containsKey(key))
                        .collect(Collectors.toSet()))
                .as("never acknowledged")
                .isEmpty();
        return acknowledged.size();
    }

    /** @param position of its last entry, as the answer said; 0 if it said something else */
    record Acknowledged(long position, int events) {
        private List<Long> positions() {
            return LongStream.rangeClosed(position - events + 1, position)
                    .boxed()
                    .toList();
        }
    }
}

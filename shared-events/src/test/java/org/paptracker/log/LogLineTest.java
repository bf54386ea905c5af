package org.paptracker.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.log.LogLine.Commitment;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;

/** The bytes that the tree is made over, and what of the log its reader meets. */
class LogLineTest {
    private static final JsonWriterSettings WITH_TYPES =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final String NAMED = "{\"actor\":\"office\",\"role\":\"PROGRAMME_OFFICE\",\"organisation\":\"OCC\","
            + "\"requestId\":\"r-2\",\"source\":\"plan.pdf\"}";

    record Sample(String file, long position, String recordedAt, Commit.Entry entry) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample(
                        "all-fields",
                        7,
                        "2025-02-13T09:30:00.120Z",
                        entry(
                                "5f0c4a52-0f6e-4a4e-9d42-6f9c2f1b7a10",
                                "plan:oxfordshire-pap",
                                3,
                                "plan-published",
                                "1",
                                "{\"plan\":\"oxfordshire-pap\",\"effectiveOn\":\"2025-02-13\"}",
                                NAMED)),
                new Sample(
                        "no-stream",
                        1,
                        "2025-02-13T09:30:00Z",
                        entry("e-1", null, 0, "plan-published", "1", "{\"plan\":\"x\"}", "{}")),
                new Sample(
                        "no-revision",
                        2,
                        "2025-12-31T23:59:59.999Z",
                        entry("e-2", "plan:x", 1, "something-of-tomorrow", null, "[1,2.50,\"x\"]", "{}")),
                new Sample(
                        "non-ascii",
                        3,
                        "1970-01-01T00:00:00.001Z",
                        entry(
                                "e-3",
                                "plan:\u00c4rger \u2013 \ud834\udd1e",
                                2,
                                "voice-heard",
                                "1",
                                "{\"title\":\"Llais y plant \u2013 \u201e\u00e7a va\u201c \ud834\udd1e\","
                                        + "\"note\":{\"digest\":\"sha256:00\"}}",
                                "{\"actor\":\"Zo\u00eb\"}")),
                new Sample(
                        "awkward",
                        4,
                        "2025-02-13T09:30:00Z",
                        entry(
                                "a \"quoted\" \\ id\n",
                                "plan:\u0001",
                                9_007_199_254_740_993L,
                                "t",
                                "",
                                "null",
                                "not json at all")));
    }

    private static Commit.Entry entry(
            String id, String stream, long sequence, String type, String revision, String payload, String metadata) {
        String family = stream == null ? null : "Plan";
        return new Commit.Entry(id, stream, family, sequence, Instant.EPOCH, type, revision, payload, metadata);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_bytes_of_a_line_are_as_approved(Sample sample) throws IOException {
        byte[] approved = Files.readAllBytes(Path.of("src", "test", "resources", "lines", sample.file() + ".json"));
        Commit commit = new Commit(
                sample.position(), Instant.parse(sample.recordedAt()), List.of(sample.entry()), Map.of(), "d");

        assertThat(new LogLine(sample.position(), commit).json()).isEqualTo(new String(approved, UTF_8));
        assertThat(new LogLine(sample.position(), commit).bytes()).isEqualTo(approved);
        Commit stored = Commit.from(Document.parse(commit.toDocument(null).toJson(WITH_TYPES)));
        assertThat(new LogLine(sample.position(), stored).bytes()).isEqualTo(approved);
    }

    @Test
    void what_lies_beside_an_entry_is_not_in_its_line() {
        ErasableText note = ErasableText.of("They told us");
        Commit.Entry entry = entry(
                "e", "voice:x", 0, "voice-heard", "1", "{\"note\":{\"digest\":\"%s\"}}".formatted(note.digest()), "{}");
        Document kept = new Document("salt", note.salt()).append("text", note.text());

        LogLine whole = new LogLine(1, new Commit(1, Instant.EPOCH, List.of(entry), Map.of(note.digest(), kept), null));
        LogLine gone = new LogLine(1, new Commit(1, Instant.EPOCH, List.of(entry), Map.of(), null));

        assertThat(whole.json()).isEqualTo(gone.json()).doesNotContain("They told us");
        assertThat(whole.commitments())
                .containsExactly(new Commitment("note", note.digest(), note.salt(), note.text(), null, null));
        assertThat(whole.commitments()).allMatch(Commitment::isKept).allMatch(Commitment::isGenuine);
        assertThat(gone.commitments()).containsExactly(new Commitment("note", note.digest(), null, null, null, null));
        assertThat(gone.commitments()).noneMatch(Commitment::isKept).noneMatch(Commitment::isGenuine);
    }

    @Test
    void commitments_come_in_the_payloads_order_with_why_they_are_gone() {
        String payload = "{\"b\":{\"digest\":\"sha256:01\"},\"a\":[{\"x\":1},{\"text\":{\"digest\":\"sha256:02\"}}]}";
        Document redacted = new Document(
                "redaction", new Document("on", "2025-03-03").append("ground", "THIRD_PARTY_PERSONAL_DATA"));
        Commit commit = new Commit(
                1,
                Instant.EPOCH,
                List.of(entry("e", "x:y", 0, "t", "1", payload, "{}")),
                Map.of("sha256:02", redacted),
                null);

        assertThat(new LogLine(1, commit).commitments())
                .containsExactly(
                        new Commitment("b", "sha256:01", null, null, null, null),
                        new Commitment(
                                "a[1].text", "sha256:02", null, null, "2025-03-03", "THIRD_PARTY_PERSONAL_DATA"));
    }

    @Test
    void a_text_is_genuine_only_with_its_own_salt_and_words() {
        ErasableText note = ErasableText.of("They told us");

        assertThat(kept(note.digest(), note.salt(), "They told us").isGenuine()).isTrue();
        assertThat(kept(note.digest(), note.salt(), "They told u").isGenuine()).isFalse();
        assertThat(kept(note.digest(), ErasableText.of("x").salt(), "They told us")
                        .isGenuine())
                .isFalse();
        assertThat(kept(note.digest(), "no base64!", "They told us").isGenuine())
                .isFalse();
    }

    private static Commitment kept(String digest, String salt, String text) {
        return new Commitment("note", digest, salt, text, null, null);
    }

    @Test
    void lines_come_in_order_from_anywhere_and_stop_at_a_hole(@TempDir Path directory) {
        try (Store store = Store.in(directory)) {
            MongoDatabase database = store.database();
            MongoEventLog log = MongoEventLog.builder()
                    .database(database)
                    .eventSerializer(new EventSerializer())
                    .snapshotSerializer(new EventSerializer())
                    .build();
            long sequence = 0;
            for (int size : new int[] {1, 3, 2, 1, 5}) {
                List<GenericDomainEventMessage<?>> events = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    events.add(new GenericDomainEventMessage<>(
                            "Plan",
                            "plan:x",
                            sequence++,
                            new PlanPublished(new PlanId("x"), BusinessDate.parse("2025-02-13"), null)));
                }
                log.appendEvents(events);
            }
            LogLines lines = new LogLines(database, CommitProof.UNASKED);

            for (long after = 0; after <= 12; after++) {
                long from = after;
                assertThat(positions(lines, from, 100))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(from + 1, 12).boxed().toList());
                for (int limit = 1; limit < 8; limit++) {
                    List<Long> some = positions(lines, from, limit);
                    assertThat(some)
                            .containsExactlyElementsOf(LongStream.rangeClosed(from + 1, from + some.size())
                                    .boxed()
                                    .toList());
                    assertThat(some.isEmpty()).isEqualTo(from == 12);
                }
            }
            assertThat(lines.after(0, 100)).extracting(LogLine::committedFrom).startsWith(1L, 2L, 2L, 2L, 5L, 5L, 7L);

            database.getCollection("events").deleteOne(new Document("_id", 6L));
            assertThat(positions(lines, 0, 100)).containsExactly(1L, 2L, 3L, 4L);
            assertThat(lines.after(4, 100)).isEmpty();
            assertThat(lines.highest()).isEqualTo(12);
        }
    }

    private static List<Long> positions(LogLines lines, long after, int limit) {
        return lines.after(after, limit).stream().map(LogLine::position).toList();
    }
}

package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.paptracker.query.History.OFFICE;

import com.mongodb.client.MongoCollection;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.log.LogLine;
import org.paptracker.log.LogLine.Commitment;
import org.paptracker.log.LogLines;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import tools.jackson.databind.JsonNode;

/** Somebody with the password of the store changes the log, or the ledger: verification finds it and says where. */
class TamperingTest {

    @TempDir
    static Path directory;

    private static QueryService service;
    private static RawLog log;
    private static long size;

    /** What is made of the log is compared in a test of its own: that takes longer. */
    private static final FreshFolds NO_VIEWS =
            new FreshFolds(List.of(), projection -> fail("Nothing of this is to be compared here"));

    private final List<Document> commits = new ArrayList<>();
    private final List<Document> tiles = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(History.plan()), OFFICE);
        service.tell(RandomHistory.interleaved(5, 130));
        service.awaitViews();
        log = new RawLog(service);
        size = service.bean(MongoEventLog.class).position();
        assertThat(size).as("two full tiles, and one above them").isGreaterThan(512);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static MongoCollection<Document> ledger() {
        return log.database().getCollection("ledger");
    }

    @BeforeEach
    void remember() {
        log.commits().find().into(commits);
        ledger().find().into(tiles);
        assertThat(verify().path("holds").asBoolean()).isTrue();
    }

    @AfterEach
    void restore() {
        restore(log.commits(), commits);
        restore(ledger(), tiles);
        if (!projection().isRunning()) projection().start();
    }

    private static PooledStreamingEventProcessor projection() {
        return service.bean(EventProcessingConfiguration.class)
                .eventProcessor("ledger", PooledStreamingEventProcessor.class)
                .orElseThrow();
    }

    private static void restore(MongoCollection<Document> collection, List<Document> documents) {
        List<Document> changed = collection.find().into(new ArrayList<>());
        List<Document> missing = new ArrayList<>(documents);
        missing.removeAll(changed);
        changed.removeAll(documents);
        for (Document now : changed) collection.deleteOne(new Document("_id", now.get("_id")));
        for (Document then : missing) collection.insertOne(then);
    }

    /** Not over a header that waits for views: these may be stuck on what the test does. */
    private static JsonNode verify() {
        Verification run = service.bean(Verifier.class).verify();
        HttpResponse<String> last = service.get("reviewer", "/api/v1/audit/verifications?limit=1");
        JsonNode listed = service.parse(last.body()).path("items").path(0);
        assertThat(listed.path("sentence").asString()).isEqualTo(run.sentence());
        assertThat(listed.path("holds").asBoolean()).isEqualTo(run.holds());
        return listed;
    }

    private static void breaks(long position, String sentence) {
        JsonNode run = verify();
        assertThat(run.path("sentence").asString()).isEqualTo(sentence);
        assertThat(run.path("firstBreak").asLong()).isEqualTo(position);
        assertThat(run.path("holds").asBoolean()).isFalse();
        assertThat(run.has("root")).isFalse();
        assertThat(service.metric("pap_ledger_verified", "")).isZero();
    }

    @Test
    void what_nobody_touched_holds() {
        JsonNode run = service.verified();

        assertThat(run.path("holds").asBoolean()).isTrue();
        assertThat(run.has("firstBreak")).isFalse();
        assertThat(run.path("size").asLong()).isEqualTo(size);
        assertThat(run.path("sentence").asString()).isEqualTo("All " + size + " entries are as they were recorded.");
        assertThat(run.path("root").asString())
                .isEqualTo(service.get("reviewer", "/api/v1/audit/checkpoint")
                        .body()
                        .lines()
                        .toList()
                        .get(2));
        assertThat(Instant.parse(run.path("verifiedAt").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(service.metric("pap_ledger_verified", "")).isEqualTo(1);
        assertThat(service.metric("pap_ledger_size", "")).isEqualTo((double) size);
        assertThat(service.metric("pap_ledger_verified_timestamp_seconds", ""))
                .isEqualTo(Instant.parse(run.path("verifiedAt").asString()).toEpochMilli() / 1000.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 17, 256, 257, 512, 513, -1, 0})
    void one_byte_of_a_payload(long at) {
        long position = at <= 0 ? size + at : at;
        log.change(position, entry -> {
            String payload = entry.getString("payload");
            int last = payload.length() - 2;
            char other = payload.charAt(last) == 'x' ? 'y' : 'x';
            return entry.append("payload", payload.substring(0, last) + other + payload.substring(last + 1));
        });

        breaks(position, "Entry " + position + " is not what it was when it was recorded.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "stream", "type", "revision", "metadata"})
    void any_other_field_of_an_entry(String field) {
        log.change(20, entry -> entry.append(field, "other"));

        breaks(20, "Entry 20 is not what it was when it was recorded.");
    }

    @Test
    void when_an_entry_was_recorded() {
        Document commit = log.holding(20);
        Instant later = commit.getDate("recordedAt").toInstant().plusMillis(1);
        log.put(commit.append("recordedAt", Date.from(later)));

        long first =
                commit.getLong("_id") - commit.getList("events", Document.class).size() + 1;
        breaks(first, "Entry " + first + " is not what it was when it was recorded.");
    }

    @Test
    void two_entries_swapped() {
        Document one = log.entry(30);
        Document other = log.entry(300);
        log.change(30, entry -> other);
        log.change(300, entry -> one);

        breaks(30, "Entry 30 is not what it was when it was recorded.");
    }

    @Test
    void the_last_ones_dropped() {
        Document last = log.holding(size);
        log.commits().deleteOne(new Document("_id", size));

        long left = size - last.getList("events", Document.class).size();
        breaks(left + 1, "The log ends at " + left + ", but " + size + " entries were recorded.");
    }

    @Test
    void some_in_the_middle_dropped() {
        Document commit = log.holding(100);
        log.commits().deleteOne(new Document("_id", commit.get("_id")));

        long first =
                commit.getLong("_id") - commit.getList("events", Document.class).size() + 1;
        breaks(first, "Entry " + first + " is missing from the log, which goes on after it.");
    }

    @Test
    void one_of_a_commit_dropped() {
        Document commit = log.holding(100);
        List<Document> entries = new ArrayList<>(commit.getList("events", Document.class));
        long first = commit.getLong("_id") - entries.size() + 1;
        entries.remove(entries.size() - 1);
        log.put(commit.append("events", entries));

        breaks(first, "Entry " + first + " is missing from the log, which goes on after it.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void one_inserted_into_a_commit(int place) {
        Document commit = log.holding(100);
        List<Document> entries = new ArrayList<>(commit.getList("events", Document.class));
        long first = commit.getLong("_id") - entries.size() + 1;
        Document more = new Document(entries.get(0)).append("id", "inserted");
        entries.add(Math.min(place, entries.size()), more);
        log.put(commit.append("events", entries));

        breaks(first, "Beside entry " + first + " lies another that has no place of its own.");
    }

    @Test
    void a_commit_inserted_and_all_later_ones_moved() {
        List<Document> later = log.commits()
                .find(new Document("_id", new Document("$gte", 100L)))
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
        Document inserted = new Document(later.get(0));
        long first = inserted.getLong("_id")
                - inserted.getList("events", Document.class).size()
                + 1;
        for (Document commit : later) log.commits().deleteOne(new Document("_id", commit.get("_id")));
        Document copy = new Document(inserted.getList("events", Document.class).get(0)).append("id", "inserted");
        log.commits()
                .insertOne(new Document(inserted)
                        .append("_id", first)
                        .append("events", List.of(copy))
                        .append("keys", List.of("inserted")));
        for (Document commit : later) {
            log.commits()
                    .insertOne(new Document(commit)
                            .append("_id", commit.getLong("_id") + 1)
                            .append("keys", List.of("moved:" + commit.getLong("_id"))));
        }

        breaks(first, "Entry " + first + " is not what it was when it was recorded.");
    }

    @Test
    void an_entry_without_a_payload() {
        log.change(40, entry -> {
            entry.remove("payload");
            return entry;
        });

        breaks(40, "Entry 40 can't be read.");
    }

    @Test
    void a_commit_that_is_none() {
        Document commit = log.holding(100);
        commit.remove("events");
        log.put(commit);

        JsonNode run = verify();
        assertThat(run.path("holds").asBoolean()).isFalse();
        assertThat(run.path("sentence").asString()).startsWith("The log can't be read from entry ");
        assertThat(run.path("firstBreak").asLong()).isLessThanOrEqualTo(100);
    }

    /** Flips a bit of the hash number {@code at} of a tile. */
    private static void bend(String tile, int at) {
        Document stored = ledger().find(new Document("_id", tile)).first();
        byte[] bytes = stored.get("hashes", Binary.class).getData();
        bytes[at * Hash.LENGTH + 7] ^= 1;
        ledger().replaceOne(new Document("_id", tile), stored.append("hashes", new Binary(bytes)));
    }

    @Test
    void a_leaf_in_a_full_tile() {
        bend("0/1", 3);

        breaks(260, "What the ledger holds of entry 260 was changed; the entry itself is as it was recorded.");
    }

    @Test
    void a_leaf_in_the_last_tile() {
        bend("0/2", 3);

        breaks(516, "Entry 516 is not what it was when it was recorded.");
    }

    @Test
    void a_hash_above_the_leaves() {
        bend("1/0", 1);

        breaks(257, "What the ledger holds above entries 257 to 512 is not what was made of them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/1", "0/2"})
    void a_tile_of_leaves_gone(String tile) {
        ledger().deleteOne(new Document("_id", tile));

        long first = tile.equals("0/1") ? 257 : 513;
        breaks(first, "The ledger has lost what was recorded of entry " + first + ".");
    }

    @Test
    void the_tile_above_gone() {
        ledger().deleteOne(new Document("_id", "1/0"));

        breaks(1, "What the ledger holds above entries 1 to 256 is not what was made of them.");
    }

    @Test
    void a_size_too_large() {
        ledger().updateOne(new Document("_id", "size"), new Document("$set", new Document("size", size + 1)));

        breaks(size + 1, "The log ends at " + size + ", but " + (size + 1) + " entries were recorded.");
    }

    @Test
    void an_entry_and_the_ledger_together() {
        Ledger tree = service.bean(Ledger.class);
        service.bean(Verifications.class)
                .add(new Verification(
                        Instant.now(), 15, tree.tree(15).root().base64(), true, null, "Fifteen", List.of()));
        service.bean(Verifier.class).verify();
        log.change(17, entry -> entry.append("payload", "{}"));
        log.put(service.signed(log.holding(17)));
        ledger().deleteMany(new Document());
        tree.growTo(size);

        breaks(16, "The first " + size + " entries are not those that were there when this was last verified.");
    }

    @Test
    void the_end_of_log_and_ledger_together() {
        Document last = log.holding(size);
        long left = size - last.getList("events", Document.class).size();
        log.commits().deleteOne(new Document("_id", size));
        ledger().deleteMany(new Document());
        service.bean(Ledger.class).growTo(left);

        JsonNode run = verify();
        assertThat(run.path("holds").asBoolean()).isFalse();
        assertThat(run.path("sentence").asString())
                .isEqualTo(
                        "There were " + size + " entries when this was last verified, and now there are " + left + ".");
    }

    /** The first entry from {@code from} on that commits to a text. */
    private static LogLine withText(long from) {
        for (LogLine line : service.bean(LogLines.class).after(from - 1, 200)) {
            if (!line.commitments().isEmpty()) return line;
        }
        throw new AssertionError("No text after " + from);
    }

    private static void putText(LogLine line, Document shadow) {
        Document commit = log.holding(line.position());
        Document texts = commit.get("texts", Document.class);
        texts.append(line.commitments().get(0).digest(), shadow);
        log.put(commit);
    }

    @Test
    void a_text_changed() {
        LogLine line = withText(50);
        Commitment text = line.commitments().get(0);
        putText(line, new Document("salt", text.salt()).append("text", text.text() + "!"));

        breaks(
                line.position(),
                "The words kept for entry %d (%s) are not those that were recorded."
                        .formatted(line.position(), text.field()));
    }

    @Test
    void a_text_gone_without_a_word() {
        LogLine line = withText(50);
        putText(line, new Document("redaction", new Document("on", "2025-03-03").append("ground", "COURT_ORDER")));

        breaks(
                line.position(),
                "The words of entry %d (%s) are gone, and no entry says that they were redacted."
                        .formatted(line.position(), line.commitments().get(0).field()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-redacted", "redaction-confirmed"})
    void a_text_gone_by_redaction_is_no_break(String type) {
        LogLine line = withText(50);
        Commitment text = line.commitments().get(0);
        putText(line, new Document("redaction", new Document("on", "2025-03-03").append("ground", "COURT_ORDER")));
        projection().shutDown(); // else it could take in what comes now before the verification looks
        // Beyond the ledger so far, as if it was recorded while the verification went on.
        log.append(
                size + 1,
                type,
                "{\"places\":[{\"position\":%d,\"stream\":\"x\",\"field\":\"%s\",\"digest\":\"%s\"}]}"
                        .formatted(line.position(), text.field(), text.digest()));
        Verification run = new Verifier(
                        service.bean(LogLines.class),
                        service.bean(Tiles.class),
                        service.bean(Ledger.class),
                        service.bean(Verifications.class),
                        Clock.systemUTC(),
                        service.bean(Continuity.class),
                        NO_VIEWS)
                .verify();

        assertThat(run.sentence()).endsWith("entries are as they were recorded.");
        assertThat(run.holds()).isTrue();
    }
}

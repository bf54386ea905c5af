package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.paptracker.query.History.OFFICE;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.log.CommitProof;
import org.paptracker.log.LogLines;
import org.paptracker.log.LogReader;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.UnprovenCommit;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import org.paptracker.query.platform.projection.ProjectionPositions;
import tools.jackson.databind.JsonNode;

/** What the attackers of docs/threats.md do, each with what they hold, and what the others notice of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttackersTest {
    private static final String CHECKPOINT = "/api/v1/audit/checkpoint";
    private static final List<String> COLLECTIONS = List.of("events", "ledger", "verifications", "audit", "actions");

    @TempDir
    static Path directory;

    private static QueryService service;
    private static RawLog log;
    private static long size;

    private final Map<String, List<Document>> before = new HashMap<>();
    private String signedBefore = "";

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(History.plan()), OFFICE);
        service.tell(RandomHistory.interleaved(7, 60));
        service.awaitViews();
        log = new RawLog(service);
        size = service.bean(MongoEventLog.class).position();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static MongoCollection<Document> collection(String name) {
        return service.bean(MongoDatabase.class).getCollection(name);
    }

    private static Path remembered() {
        return directory.resolve("known-log").resolve("signed-checkpoint");
    }

    private static HttpResponse<String> ask(String path) {
        return service.get("reviewer", path); // without waiting for views, which may be stuck
    }

    private static JsonNode verify() {
        return service.verified();
    }

    private static void doesNotHold(String sentence) {
        JsonNode run = verify();
        assertThat(run.path("sentence").asString()).isEqualTo(sentence);
        assertThat(run.path("holds").asBoolean()).isFalse();
    }

    private static JsonNode health(String component) {
        return service.parse(service.get("office", "/actuator/health").body())
                .path("components")
                .path(component);
    }

    @BeforeEach
    void remember() throws IOException {
        JsonNode run = verify();
        assertThat(run.path("holds").asBoolean()).as(run.toString()).isTrue();
        assertThat(ask(CHECKPOINT).statusCode()).isEqualTo(200);
        for (String name : COLLECTIONS) before.put(name, collection(name).find().into(new ArrayList<>()));
        signedBefore = Files.readString(remembered());
    }

    @AfterEach
    void restore() throws IOException {
        for (String name : COLLECTIONS) {
            collection(name).deleteMany(new Document());
            collection(name).insertMany(before.get(name));
        }
        Files.writeString(remembered(), signedBefore);
    }

    /** What anyone with access to the store can do: the leaves are made of what lies there, whoever put it there. */
    private static void recomputeTiles() {
        MongoDatabase database = service.bean(MongoDatabase.class);
        collection("ledger").deleteMany(new Document());
        new Ledger(new Tiles(database), new LogLines(database, CommitProof.UNASKED)).growTo(log.highest());
        collection("verifications").deleteMany(new Document());
    }

    private static Document changed(long position) {
        Document commit = log.holding(position);
        List<Document> entries = commit.getList("events", Document.class);
        Document entry = entries.get((int) (position - commit.getLong("_id") + entries.size() - 1));
        entry.put("metadata", entry.getString("metadata").replaceFirst("\"actor\":\"[^\"]*\"", "\"actor\":\"nobody\""));
        return commit;
    }

    private static String words(Document commit, String flaw) {
        long last = commit.getLong("_id");
        long first = last - commit.getList("events", Document.class).size() + 1;
        return "The commit of " + (first == last ? "entry " + last : "entries " + first + " to " + last) + " " + flaw;
    }

    @Test
    @Order(1)
    void with_the_store_a_rewritten_entry_is_not_signed_though_tiles_and_verifications_agree() {
        Document commit = changed(17);
        log.put(commit);
        recomputeTiles();

        HttpResponse<String> refused = ask(CHECKPOINT);
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(service.parse(refused.body()).path("code").asString()).isEqualTo("ledger.not-continued");
        assertThat(refused.body())
                .contains("The first " + size
                        + " entries are not those whose checkpoint was signed. Nothing was signed.");
        assertThat(health("signing").path("status").asString()).isEqualTo("DEGRADED");
        assertThat(health("signing").path("details").path("refused").asString())
                .contains("whose checkpoint was signed");
        assertThat(service.metric("pap_ledger_refused", "")).isEqualTo(1);
        doesNotHold(words(commit, "bears a signature that is not for what it says."));
    }

    @Test
    @Order(1)
    void with_the_store_an_entry_whose_signature_is_gone_is_named() {
        Document commit = changed(17);
        commit.remove("signature");
        log.put(commit);
        recomputeTiles();

        doesNotHold(words(commit, "bears no signature of a command-service."));
        assertThatThrownBy(() -> service.bean(LogReader.class).at(17)).isInstanceOf(UnprovenCommit.class);
    }

    @Test
    @Order(1)
    void with_the_store_an_entry_that_is_hidden_from_its_stream_is_named() {
        Document commit = log.holding(17);
        List<String> keys = new ArrayList<>(commit.getList("keys", String.class));
        keys.removeIf(key -> key.contains("#"));
        log.put(commit.append("keys", keys));

        doesNotHold(words(commit, "can't be found by its streams: its keys were changed."));
    }

    @Test
    @Order(1)
    void with_the_store_a_changed_document_of_the_audit_is_named() {
        Document entry = collection("audit").find(new Document("_id", 17L)).first();
        collection("audit")
                .replaceOne(
                        new Document("_id", 17L),
                        entry.append("entry", entry.getString("entry").replace("\"actor\":\"", "\"actor\":\"not-")));

        doesNotHold("The document \"17\" of the projection audit is not what the log makes of it.");
        assertThat(verify().path("firstBreak").asLong()).isEqualTo(17);
    }

    @Test
    @Order(1)
    void with_the_store_a_changed_a_missing_and_an_invented_view_are_named() {
        Document view = collection("actions").find().first();
        collection("actions")
                .replaceOne(
                        new Document("_id", view.get("_id")),
                        new Document(view)
                                .append("view", view.getString("view").replace("\"title\":\"", "\"title\":\"Not ")));
        String sentence = "The document \"%s\" of the projection actions is not what the log makes of it.";
        doesNotHold(sentence.formatted(view.getString("_id")));

        collection("actions").deleteOne(new Document("_id", view.get("_id")));
        doesNotHold(sentence.formatted(view.getString("_id")));

        collection("actions").insertOne(view);
        collection("actions").insertOne(new Document(view).append("_id", "action:invented"));
        doesNotHold(sentence.formatted("action:invented"));
    }

    @Test
    @Order(1)
    void with_the_store_and_the_query_host_no_entry_can_be_signed() {
        Document commit = changed(17);
        log.put(commit);
        recomputeTiles();
        forget();

        HttpResponse<String> refused = ask(CHECKPOINT);
        assertThat(service.parse(refused.body()).path("code").asString()).isEqualTo("log.unproven");
        doesNotHold(words(commit, "bears a signature that is not for what it says."));
    }

    @Test
    @Order(1)
    void with_the_store_and_the_command_host_a_rewritten_entry_is_proven_and_yet_no_checkpoint_is_signed() {
        log.put(service.signed(changed(17)));
        recomputeTiles();

        assertThat(service.parse(ask(CHECKPOINT).body()).path("code").asString())
                .isEqualTo("ledger.not-continued");
        doesNotHold("The first " + size + " entries are not those whose checkpoint was signed.");
    }

    /** The limit of all this, and why reviewers are asked to take a checkpoint home. */
    @Test
    @Order(1)
    void with_everything_only_a_checkpoint_that_was_taken_home_differs() {
        String home = ask(CHECKPOINT).body();
        log.put(service.signed(changed(17)));
        recomputeTiles();
        forget();

        HttpResponse<String> forged = ask(CHECKPOINT + "?size=" + size);
        assertThat(forged.statusCode()).isEqualTo(200);
        assertThat(forged.body()).isNotEqualTo(home);
    }

    private static void forget() {
        try {
            Files.deleteIfExists(remembered());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(2)
    void what_was_signed_before_is_missed_when_the_directory_has_forgotten_it() {
        forget();

        assertThat(ask(CHECKPOINT).statusCode()).isEqualTo(200);
        assertThat(health("signing").path("details").path("forgotten").asString())
                .startsWith("A checkpoint over " + size + " entries was signed before, and ");
    }

    /** The last: the projections stay behind. */
    @Test
    @Order(3)
    void with_the_store_an_entry_that_no_command_service_decided_is_taken_in_by_nobody() {
        long forged = size + 1;
        Date now = Date.from(Instant.now());
        Document like = log.entry(size);
        log.commits()
                .insertOne(new Document("_id", forged)
                        .append("size", 1)
                        .append("recordedAt", now)
                        .append("keys", List.of("after:" + size, "forged#0"))
                        .append(
                                "events",
                                List.of(new Document(like)
                                        .append("id", "forged")
                                        .append("stream", "forged")
                                        .append("sequence", 0L)))
                        .append("texts", new Document()));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> health("log").path("status").asString().equals("DEGRADED"));
        String sentence = "The commit of entry " + forged + " bears no signature of a command-service.";
        assertThat(health("log").path("details").path("sentence").asString()).isEqualTo(sentence);
        assertThat(service.metric("pap_log_unproven", "")).isEqualTo((double) forged);
        assertThat(service.bean(ProjectionPositions.class).all())
                .isNotEmpty()
                .allSatisfy(position -> assertThat(position).isLessThanOrEqualTo(size));
        assertThat(service.bean(Ledger.class).size()).isEqualTo(size);
        assertThatThrownBy(() -> service.bean(LogReader.class).at(forged))
                .isInstanceOf(UnprovenCommit.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> service.append(List.of(History.plan()), OFFICE))
                .hasStackTraceContaining(sentence);
        doesNotHold(sentence);
        assertThat(verify().path("firstBreak").asLong()).isEqualTo(forged);

        recomputeTiles();
        assertThat(service.parse(ask(CHECKPOINT).body()).path("code").asString())
                .isEqualTo("log.unproven");
    }
}

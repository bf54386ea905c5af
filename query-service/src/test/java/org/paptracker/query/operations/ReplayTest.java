package org.paptracker.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.redacted;
import static org.paptracker.query.History.redaction;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.log.CommitProof;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.Eraser;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.Everything;
import org.paptracker.query.QueryService;
import org.paptracker.query.Traces;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.history.AsAt;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;
import org.paptracker.whole.Tally;
import tools.jackson.databind.JsonNode;

/**
 * A replay of a long history: made beside, then let count at once. In order, on one store: the last ones plant in it what
 * a killed process would have left.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayTest {
    private static final AsAt NOW = Everything.asAt(null, null, LocalDate.of(2025, 6, 1));
    private static final String ROOT = "/api/v1/projections/actions";
    private static final String WORDS = "Jo Bloggs of 3 High Street hits his brother";
    private static final int STREAMS = 200;
    private static final int EVENTS = Tally.LONG ? 20_000 : 3_000;

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void tell() {
        service = QueryService.start(directory);
        List<DomainEvent> events = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            events.add(agreed(action(i), "PA3"));
            events.add(milestone(action(i), milestoneOf(i), "2025-01"));
        }
        for (int i = 0; events.size() < EVENTS - 1; i++) events.add(report(i % STREAMS, "As planned " + i, i % 100));
        service.append(List.of(plan()), OFFICE);
        for (int from = 0; from < events.size(); from += 1_000) {
            service.append(events.subList(from, Math.min(events.size(), from + 1_000)), LEAD);
        }
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ActionCode action(int i) {
        return new ActionCode("R-%03d".formatted(i));
    }

    private static MilestoneCode milestoneOf(int i) {
        return new MilestoneCode(action(i) + ".1");
    }

    private static MilestoneProgressRecorded report(int i, String note, int percent) {
        return new MilestoneProgressRecorded(
                PLAN,
                action(i),
                milestoneOf(i),
                date("2025-03-01"),
                ErasableText.of(note),
                percent,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static JsonNode projection() {
        return service.parse(service.get("office", ROOT).body());
    }

    private static HttpResponse<String> askFor(String projection) {
        return service.post(
                "office", "/api/v1/projections/" + projection + "/replay", "{\"reason\":\"VIEW_IN_DOUBT\"}");
    }

    private static void begin(String projection) {
        HttpResponse<String> answer = askFor(projection);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/projections/" + projection);
    }

    private static void awaitPosition(long position) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> projection().path("replay").path("position").asLong() > position);
    }

    private static void awaitEnd(String projection) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> !service.parse(service.get("office", "/api/v1/projections/" + projection)
                                .body())
                        .has("replay"));
    }

    private static String lastOutcome() {
        return service.parse(service.get("office", "/api/v1/operations?limit=1").body())
                .path("items")
                .get(0)
                .path("outcome")
                .asString();
    }

    private static List<String> collections() {
        return service.bean(MongoDatabase.class).listCollectionNames().into(new ArrayList<>());
    }

    private static List<String> generations(String projection) {
        return collections().stream()
                .filter(name -> name.equals(projection) || name.startsWith(projection + "."))
                .toList();
    }

    /** What an earlier replay has left is kept for some seconds. */
    private static String theOnlyOne(String projection) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> generations(projection).size() == 1);
        return generations(projection).get(0);
    }

    /** Asks again and again, until told to stop, and remembers what was wrong. */
    private static final class Asking {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<String> wrong = new ArrayList<>();
        private long answers;
        private final CompletableFuture<Void> going = CompletableFuture.runAsync(this::ask);

        private void ask() {
            Map<String, Long> versions = new TreeMap<>();
            while (!stopped.get()) {
                List<ActionView> views = service.bean(Actions.class).of(PLAN, NOW);
                if (views.size() != STREAMS) wrong.add("A list of " + views.size());
                for (ActionView view : views) {
                    long before = versions.getOrDefault(view.code().toString(), 0L);
                    long now = view.stamp().version();
                    if (now < before) wrong.add(view.code() + " went back from " + before + " to " + now);
                    versions.put(view.code().toString(), now);
                }
                int status = service.get("reviewer", "/api/v1/plans/" + PLAN + "/actions/R-007")
                        .statusCode();
                if (status != 200) wrong.add("Answered " + status);
                answers++;
            }
        }

        void stop() {
            stopped.set(true);
            going.join();
        }
    }

    @Test
    @Order(1)
    void questions_are_answered_all_the_while_and_what_is_recorded_meanwhile_is_in_the_result() {
        Asking asking = new Asking();
        begin("actions");
        awaitPosition(0);
        assertThat(projection().path("state").asString()).isEqualTo("REPLAYING");
        assertThat(projection().path("replay").path("of").asLong()).isGreaterThanOrEqualTo(EVENTS);
        assertThat(askFor("actions").statusCode()).isEqualTo(409);
        assertThat(service.parse(askFor("actions").body()).path("code").asString())
                .isEqualTo("projection.replaying");
        assertThat(service.metric("pap_projection_replay_position", "projection=\"actions\""))
                .isPositive();
        int meanwhile = 0;
        for (; meanwhile < EVENTS / 20 && projection().has("replay"); meanwhile++) {
            service.append(List.of(report(meanwhile % STREAMS, "Meanwhile " + meanwhile, 99)), LEAD);
        }
        awaitEnd("actions");
        service.append(List.of(report(7, "Afterwards", 99)), LEAD);
        service.awaitViews();
        asking.stop();

        assertThat(asking.wrong).isEmpty();
        assertThat(asking.answers).isGreaterThan(10);
        assertThat(meanwhile).isPositive();
        assertThat(lastOutcome()).isEqualTo("DONE");
        Map<Object, Object> shadow = service.stored().get(Actions.PROJECTION);
        service.replay(Actions.PROJECTION); // from nothing, in place
        assertThat(shadow).isEqualTo(service.stored().get(Actions.PROJECTION)).hasSize(STREAMS);
        theOnlyOne("actions");
    }

    @Test
    @Order(2)
    void a_view_that_is_not_what_the_log_says_is_right_again_in_every_answer() {
        String current = theOnlyOne("actions");
        var stored = service.bean(MongoDatabase.class).getCollection(current);
        Document id = new Document("_id", "action:" + PLAN + "/R-003");
        String right = stored.find(id).first().getString("view");
        Document wrong = new Document("view", right.replace("Clear the backlog", "Forget it"))
                .append("redacted", 1L); // or the one that the metrics have read by now would still be remembered
        stored.updateOne(id, new Document("$set", wrong));
        assertThat(service.bean(Actions.class)
                        .get(PLAN, action(3), NOW)
                        .details()
                        .title())
                .isEqualTo("Forget it");

        assertThat(service.bean(Actions.class).of(PLAN, NOW)) // remembered from here on
                .extracting(view -> view.details().title())
                .contains("Forget it");

        begin("actions");
        awaitEnd("actions");

        assertThat(service.bean(Actions.class)
                        .get(PLAN, action(3), NOW)
                        .details()
                        .title())
                .isEqualTo("Clear the backlog");
        assertThat(service.bean(Actions.class).of(PLAN, NOW))
                .extracting(view -> view.details().title())
                .containsOnly("Clear the backlog");
    }

    @Test
    @Order(3)
    void words_redacted_while_a_replay_is_going_on_do_not_come_back_through_it() {
        service.append(List.of(report(0, WORDS, 50)), LEAD);
        long said = service.bean(MongoEventLog.class).position();
        for (int i = 0; i < 4; i++) { // so that the replay has a way to go after it
            List<DomainEvent> more = new ArrayList<>();
            for (int n = 0; n < EVENTS / 20; n++) more.add(report(1 + n % 100, "More " + n, 51));
            service.append(more, LEAD);
        }
        service.awaitViews();
        begin("actions");
        begin("audit");
        awaitPosition(said);

        RedactionId first = RedactionId.of(1);
        Eraser eraser = new Eraser(service.bean(MongoDatabase.class), service.bean(CommitProof.class));
        List<TextPlace> places = eraser.places(said, "note");
        service.append(List.of(redaction(first, said, "note", null)), OFFICE);
        service.append(List.of(new RedactionConfirmed(PLAN, first, places)), LEAD);
        eraser.erase(places, new ErasableText.Redaction(date("2025-03-03"), RedactionGround.THIRD_PARTY_PERSONAL_DATA));
        service.append(List.of(redacted(first, "2025-03-03", places)), LEAD);
        awaitEnd("actions");
        awaitEnd("audit");
        service.awaitViews();

        assertThat(service.stored().toString()).doesNotContain(WORDS).contains("[redacted on 3 March 2025");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(generations("actions")).hasSize(1);
            assertThat(generations("audit")).hasSize(1);
            assertThat(Traces.of(List.of(WORDS), directory)).isEmpty();
        });
    }

    @Test
    @Order(4)
    void another_process_on_the_same_store_answers_from_what_the_replay_made() {
        QueryService other = service.shadow(directory);
        try {
            other.awaitViews();
            begin("actions");
            while (projection().has("replay")) {
                assertThat(other.bean(Actions.class).of(PLAN, NOW)).hasSize(STREAMS);
            }
            theOnlyOne("actions");
            assertThat(other.bean(Actions.class).of(PLAN, NOW))
                    .isEqualTo(service.bean(Actions.class).of(PLAN, NOW))
                    .hasSize(STREAMS);
            assertThat(other.stored().get("actions")).hasSize(STREAMS);
        } finally {
            other.leave();
        }
    }

    @Test
    @Order(5)
    void a_replay_that_was_stopped_half_way_leaves_the_old_views_as_they_were() {
        Map<Object, Object> before = service.stored().get(Actions.PROJECTION);
        begin("actions");
        awaitPosition(EVENTS / 5);
        service.close();

        service = QueryService.start(directory);
        assertThat(service.stored().get(Actions.PROJECTION)).isEqualTo(before);
        theOnlyOne("actions");
        assertThat(projection().has("replay")).isFalse();
        assertThat(lastOutcome()).isEqualTo("INTERRUPTED");
        begin("actions");
        awaitEnd("actions");
        assertThat(lastOutcome()).isEqualTo("DONE");
    }

    @Test
    @Order(6)
    void what_a_killed_process_was_making_is_thrown_away_at_the_next_start() {
        Map<Object, Object> before = service.stored().get(Actions.PROJECTION);
        String current = theOnlyOne("actions");
        service.close();
        inStore(database -> {
            database.getCollection("operations").insertOne(operation("0000000000001-00000000"));
            database.getCollection("actions.98").insertOne(new Document("_id", "half of it"));
            database.getCollection("projections")
                    .updateOne(
                            new Document("_id", "actions"),
                            new Document(
                                    "$set",
                                    new Document("attempts", 98L)
                                            .append("replay", unfinished("actions.98", "0000000000001-00000000"))));
        });

        service = QueryService.start(directory);
        assertThat(service.stored().get(Actions.PROJECTION)).isEqualTo(before);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> generations("actions").equals(List.of(current)));
        assertThat(projection().has("replay")).isFalse();
        assertThat(outcomeOf("0000000000001-00000000")).isEqualTo("INTERRUPTED");
    }

    @Test
    @Order(7)
    void what_a_process_left_that_was_killed_just_after_the_change_is_cleared_away_at_the_next_start() {
        Map<Object, Object> before = service.stored().get(Actions.PROJECTION);
        String current = theOnlyOne("actions");
        service.close();
        inStore(database -> {
            database.getCollection("operations").insertOne(operation("0000000000002-00000000"));
            database.getCollection("actions.old").insertOne(new Document("_id", "as it was"));
            Document old = new Document("collection", "actions.old")
                    .append("at", Date.from(Instant.now()))
                    .append("since", 20_000L);
            database.getCollection("projections")
                    .updateOne(
                            new Document("_id", "actions"),
                            new Document("$push", new Document("leftovers", old))
                                    .append(
                                            "$set",
                                            new Document("replay", unfinished(current, "0000000000002-00000000"))));
        });

        service = QueryService.start(directory);
        assertThat(service.stored().get(Actions.PROJECTION)).isEqualTo(before);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> generations("actions").equals(List.of(current)));
        assertThat(projection().has("replay")).isFalse();
        assertThat(outcomeOf("0000000000002-00000000")).isEqualTo("DONE");
    }

    private static Document unfinished(String collection, String operation) {
        return new Document("collection", collection)
                .append("operation", operation)
                .append("by", "office")
                .append("owner", "killed")
                .append("startedAt", Date.from(Instant.now()))
                .append("aliveAt", Date.from(Instant.now()))
                .append("position", 500L)
                .append("of", 20_000L)
                .append("since", 20_000L);
    }

    private static Document operation(String id) {
        return new Document("_id", id)
                .append("at", Date.from(Instant.EPOCH))
                .append("by", "office")
                .append("role", "PROGRAMME_OFFICE")
                .append("what", "REPLAY")
                .append("projection", "actions")
                .append("reason", "VIEW_IN_DOUBT")
                .append("outcome", "ASKED");
    }

    private static String outcomeOf(String operation) {
        return service.bean(MongoDatabase.class)
                .getCollection("operations")
                .find(new Document("_id", operation))
                .first()
                .getString("outcome");
    }

    private static void inStore(Consumer<MongoDatabase> work) {
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                var client = MongoClients.create(store.connectionString())) {
            work.accept(client.getDatabase("paptracker"));
        }
    }
}

package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.DomainEvent;
import org.paptracker.log.LogReader;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.audit.Audit;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.platform.projection.Batch;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.MilestoneCode;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What becomes of an event that a projection can't take in, and of a batch that can't be written. */
class DeadLetterTest {
    private static final AsAt NOW = Everything.asAt(null, null, LocalDate.of(2025, 6, 1));

    @TempDir
    static Path directory;

    private static QueryService service;

    /** Refuses what is paused, of the actions it is told. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ProcessingGroup(Actions.PROJECTION)
    static class Refuser {
        static final Set<ActionCode> REFUSED = ConcurrentHashMap.newKeySet();

        @EventHandler
        void on(ActionPaused event) {
            if (REFUSED.contains(event.action())) throw new IllegalStateException("Refused by the test");
        }
    }

    /** Fails a batch, as often as it is told, when the views have been written and the token has not. */
    @ProcessingGroup(Actions.PROJECTION)
    static class Interrupter {
        static final AtomicInteger FAILURES = new AtomicInteger();
        static final List<Boolean> VIEW_WAS_WRITTEN = new ArrayList<>();

        @EventHandler
        void on(ActionEvent event, UnitOfWork<?> unit) {
            // From a batch's second event on: by then the projection's write is in the queue before this one.
            if (unit.root().resources().putIfAbsent("met", true) == null) return;
            Batch.of(unit)
                    .<List<ActionEvent>>changes(this, ArrayList::new, this::write)
                    .add(event);
        }

        private void write(List<ActionEvent> batch) {
            if (FAILURES.get() == 0) return;
            VIEW_WAS_WRITTEN.add(batch.stream().anyMatch(event -> stored(event.action()) != null));
            FAILURES.decrementAndGet();
            throw new IllegalStateException("Interrupted by the test");
        }
    }

    @BeforeAll
    static void start() {
        service = QueryService.start(directory, Refuser.class, Interrupter.class);
        service.append(List.of(History.plan()), OFFICE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Document stored(ActionCode action) {
        return service.bean(MongoDatabase.class)
                .getCollection(Actions.PROJECTION)
                .find(new Document("_id", stream(action)))
                .first();
    }

    private static String stream(ActionCode action) {
        return "action:" + PLAN + "/" + action;
    }

    private static ActionView view(ActionCode action) {
        return service.bean(Actions.class).get(PLAN, action, NOW);
    }

    private static ActionView folded(ActionCode action) {
        return Everything.told(ActionView.FOLD.over(service.bean(LogReader.class).stream(stream(action)).stream()
                .map(recorded -> recorded.as(ActionEvent.class))
                .toList()));
    }

    private static MongoCollection<Document> deadLetters() {
        return service.bean(MongoTemplate.class).deadLetterCollection();
    }

    private static double parked(String projection) {
        return service.metric("pap_dead_letters", "projection=\"" + projection + "\"");
    }

    private static boolean retry(String projection) {
        return service.bean(EventProcessingConfiguration.class)
                .sequencedDeadLetterProcessor(projection)
                .orElseThrow()
                .processAny();
    }

    /** Agreed with a milestone, paused, then a report: two before and one after what is refused. */
    private static void append(ActionCode action, String note) {
        MilestoneCode milestone = new MilestoneCode(action + ".1");
        service.append(
                List.of(
                        History.agreed(action, "PA3"),
                        History.milestone(action, milestone, "2025-01"),
                        new ActionPaused(PLAN, action, date("2025-02"), ErasableText.of("No staff")),
                        new MilestoneProgressRecorded(
                                PLAN,
                                action,
                                milestone,
                                date("2025-03-01"),
                                ErasableText.of(note),
                                50,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)),
                LEAD);
    }

    @Test
    void an_event_that_fails_is_parked_with_its_stream_and_others_go_on() {
        ActionCode refused = new ActionCode("D1-01");
        ActionCode other = new ActionCode("D1-02");
        Refuser.REFUSED.add(refused);

        append(refused, "A note about somebody");
        append(other, "Another note");
        service.awaitViews();

        assertThat(view(refused).stamp().version()).isEqualTo(1);
        assertThat(view(refused).state()).isEqualTo(ActionState.AGREED);
        assertThat(view(other)).isEqualTo(folded(other));
        assertThat(view(other).state()).isEqualTo(ActionState.PAUSED);
        assertThat(parked(Actions.PROJECTION)).isEqualTo(2);
        assertThat(parked(Audit.PROJECTION)).isZero();
        assertThat(service.json("/api/v1/plans/" + PLAN + "/audit?subject=action:D1-01")
                        .path("items")
                        .size())
                .isEqualTo(2);

        assertThat(retry(Actions.PROJECTION)).as("still refused").isFalse();
        assertThat(parked(Actions.PROJECTION)).isEqualTo(2);

        Refuser.REFUSED.remove(refused);
        assertThat(retry(Actions.PROJECTION)).isTrue();
        assertThat(parked(Actions.PROJECTION)).isZero();
        assertThat(view(refused)).isEqualTo(folded(refused));
        assertThat(view(refused).milestones().get(0).latest())
                .satisfies(report -> assertThat(report.note()).isEqualTo("A note about somebody"));
    }

    @Test
    void what_comes_in_after_a_retry_is_taken_in_as_before() {
        ActionCode action = new ActionCode("D2-01");
        Refuser.REFUSED.add(action);
        append(action, "Parked");
        service.awaitViews();
        Refuser.REFUSED.remove(action);
        assertThat(retry(Actions.PROJECTION)).isTrue();

        service.append(List.of(new ActionStarted(PLAN, action, date("2025-04"), null)), OFFICE);
        service.awaitViews();

        assertThat(view(action)).isEqualTo(folded(action));
        assertThat(view(action).state()).isEqualTo(ActionState.IN_PROGRESS);
        assertThat(parked(Actions.PROJECTION)).isZero();
    }

    @Test
    void a_text_erased_while_its_event_was_parked_stays_erased() {
        ActionCode action = new ActionCode("D3-01");
        Refuser.REFUSED.add(action);
        append(action, "To be forgotten");
        service.awaitViews();
        assertThat(deadLetters().find().into(new ArrayList<>()).toString())
                .contains(action.value(), "milestone-progress-recorded")
                .doesNotContain("To be forgotten");

        service.bean(MongoDatabase.class)
                .getCollection("events")
                .updateOne(
                        new Document("_id", service.bean(MongoEventLog.class).position()),
                        new Document("$set", new Document("texts", new Document())));
        Refuser.REFUSED.remove(action);
        assertThat(retry(Actions.PROJECTION)).isTrue();

        assertThat(view(action).milestones().get(0).latest())
                .satisfies(report -> assertThat(report.note()).isEqualTo("[redacted]"));
    }

    @Test
    void an_event_of_an_unknown_name_is_parked_where_it_may_matter_and_stops_nobody() {
        ActionCode action = new ActionCode("D4-01");
        append(action, "Before it");
        long unknown = appendRaw(action, 4, "action-from-the-future", "1", "{}");
        ActionCode other = new ActionCode("D4-02");
        append(other, "After it");
        service.awaitViews();

        assertThat(view(other)).isEqualTo(folded(other));
        assertThat(view(action).stamp().version()).isEqualTo(3);
        assertThat(parked(Actions.PROJECTION)).isEqualTo(1);
        assertThat(parked(Audit.PROJECTION)).isEqualTo(1);
        assertThat(parked(Plans.PROJECTION)).isZero();
        assertThat(retry(Actions.PROJECTION)).as("still unknown").isFalse();

        HttpResponse<String> asKnown = service.get("/api/v1/plans/" + PLAN + "/actions/D4-01?knownAt=" + Instant.now());
        assertThat(asKnown.statusCode()).isEqualTo(500);
        assertThat(service.parse(asKnown.body()).path("code").asString()).isEqualTo("history.unreadable");
        assertThat(service.json("/api/v1/plans/" + PLAN + "/actions/D4-01")
                        .path("version")
                        .asInt())
                .isEqualTo(3);

        // As for a version that knows it.
        change(unknown, new Document("type", "action-started").append("payload", started(action)));
        assertThat(retry(Actions.PROJECTION)).isTrue();
        assertThat(retry(Audit.PROJECTION)).isTrue();
        assertThat(view(action)).isEqualTo(folded(action));
        assertThat(view(action).state()).isEqualTo(ActionState.IN_PROGRESS);
        assertThat(parked(Actions.PROJECTION) + parked(Audit.PROJECTION)).isZero();
    }

    @Test
    void an_event_of_a_later_revision_is_parked_until_a_version_knows_it() {
        ActionCode action = new ActionCode("D8-01");
        append(action, "Before it");
        long later = appendRaw(action, 4, "action-started", "99", started(action));
        service.awaitViews();

        assertThat(view(action).stamp().version()).isEqualTo(3);
        assertThat(view(action).state()).isEqualTo(ActionState.PAUSED);
        assertThat(parked(Actions.PROJECTION)).isEqualTo(1);
        assertThat(parked(Audit.PROJECTION)).isEqualTo(1);
        assertThat(retry(Actions.PROJECTION)).as("still later").isFalse();
        HttpResponse<String> asKnown = service.get("/api/v1/plans/" + PLAN + "/actions/D8-01?knownAt=" + Instant.now());
        assertThat(asKnown.statusCode()).isEqualTo(500);
        assertThat(service.parse(asKnown.body()).path("code").asString()).isEqualTo("history.unreadable");

        service.replay(Actions.PROJECTION);
        assertThat(view(action).stamp().version()).isEqualTo(3);
        assertThat(parked(Actions.PROJECTION)).isEqualTo(1);

        change(later, new Document("revision", "1"));
        assertThat(retry(Actions.PROJECTION)).isTrue();
        assertThat(retry(Audit.PROJECTION)).isTrue();
        assertThat(view(action)).isEqualTo(folded(action));
        assertThat(view(action).state()).isEqualTo(ActionState.IN_PROGRESS);
    }

    @Test
    void a_payload_that_cannot_be_read_is_parked_too() {
        ActionCode action = new ActionCode("D5-01");
        append(action, "Before it");
        long broken = appendRaw(action, 4, "action-started", "1", "{\"plan\":[]}");
        service.awaitViews();

        assertThat(view(action).stamp().version()).isEqualTo(3);
        assertThat(parked(Actions.PROJECTION)).isEqualTo(1);
        assertThat(parked(Audit.PROJECTION)).isEqualTo(1);

        change(broken, new Document("payload", started(action)));
        assertThat(retry(Actions.PROJECTION)).isTrue();
        assertThat(retry(Audit.PROJECTION)).isTrue();
        assertThat(view(action)).isEqualTo(folded(action));
    }

    @Test
    void a_replay_takes_in_what_was_parked_and_parks_it_again_if_it_still_fails() {
        ActionCode action = new ActionCode("D6-01");
        Refuser.REFUSED.add(action);
        append(action, "Parked twice");
        service.awaitViews();

        service.replay(Actions.PROJECTION);
        assertThat(view(action).stamp().version()).isEqualTo(1);
        assertThat(parked(Actions.PROJECTION)).isEqualTo(2);
        Refuser.REFUSED.remove(action);
        assertThat(retry(Actions.PROJECTION)).isTrue();
        assertThat(view(action)).isEqualTo(folded(action));

        Refuser.REFUSED.add(action);
        service.replay(Actions.PROJECTION);
        assertThat(parked(Actions.PROJECTION)).isEqualTo(2);
        Refuser.REFUSED.remove(action);
        service.replay(Actions.PROJECTION);
        assertThat(parked(Actions.PROJECTION)).isZero();
        assertThat(view(action)).isEqualTo(folded(action));
    }

    @Test
    void a_batch_that_fails_between_its_views_and_its_token_is_taken_in_again_without_harm() {
        List<ActionCode> actions = IntStream.range(0, 30)
                .mapToObj(i -> new ActionCode("D7-%02d".formatted(i)))
                .toList();
        Interrupter.VIEW_WAS_WRITTEN.clear();
        Interrupter.FAILURES.set(2);

        List<DomainEvent> events = new ArrayList<>();
        for (ActionCode action : actions) {
            events.add(History.agreed(action, "PA3"));
            events.add(History.milestone(action, new MilestoneCode(action + ".1"), "2025-01"));
        }
        service.append(events, OFFICE);
        service.awaitViews();

        assertThat(Interrupter.VIEW_WAS_WRITTEN).containsExactly(true, true);
        for (ActionCode action : actions) {
            assertThat(view(action)).isEqualTo(folded(action));
            assertThat(view(action).milestones()).hasSize(1);
        }
        assertThat(parked(Actions.PROJECTION)).isZero();
    }

    private static String started(ActionCode action) {
        return "{\"plan\":\"%s\",\"action\":\"%s\",\"effectiveOn\":\"2025-05\"}".formatted(PLAN, action);
    }

    /** Of the one entry of a commit. */
    private static void change(long position, Document fields) {
        MongoCollection<Document> log = service.bean(MongoDatabase.class).getCollection("events");
        Document commit = log.find(new Document("_id", position)).first();
        commit.getList("events", Document.class).get(0).putAll(fields);
        log.replaceOne(new Document("_id", position), service.signed(commit));
    }

    /** Past the code that writes the log, as a newer or a faulty version might have. */
    private static long appendRaw(ActionCode action, long sequence, String type, String revision, String payload) {
        long position = service.bean(MongoEventLog.class).position() + 1;
        Date now = Date.from(Instant.now());
        service.bean(MongoDatabase.class)
                .getCollection("events")
                .insertOne(service.signed(new Document("_id", position)
                        .append("size", 1)
                        .append("recordedAt", now)
                        .append("keys", List.of("after:" + (position - 1), stream(action) + "#" + sequence))
                        .append(
                                "events",
                                List.of(new Document("id", "raw-" + position)
                                        .append("stream", stream(action))
                                        .append("streamType", "action")
                                        .append("sequence", sequence)
                                        .append("raisedAt", now)
                                        .append("type", type)
                                        .append("revision", revision)
                                        .append("payload", payload)
                                        .append("metadata", "{\"actor\":\"office\"}")))
                        .append("texts", new Document())));
        return position;
    }
}

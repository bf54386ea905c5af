package org.paptracker.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.plan;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.action.Actions;
import org.paptracker.query.history.EverySlice;
import org.paptracker.query.voice.Voices;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.JsonNode;

/** What an operator sees and does, over HTTP. */
class OperationsTest {
    private static final String ROOT = "/api/v1/projections";
    private static final String TRY_AGAIN = "{\"reason\":\"TRY_AGAIN\"}";

    @TempDir
    static Path directory;

    private static QueryService service;

    /** Refuses what is paused, and what is heard, of those it is told. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ProcessingGroup(Actions.PROJECTION)
    static class Refuser {
        static final Set<ActionCode> REFUSED = ConcurrentHashMap.newKeySet();

        @EventHandler
        void on(ActionPaused event) {
            if (REFUSED.contains(event.action())) throw new IllegalStateException("Refused by the test");
        }
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ProcessingGroup(Voices.PROJECTION)
    static class VoiceRefuser {
        static volatile boolean refuses;

        @EventHandler
        void on(VoiceHeard event) {
            if (refuses)
                throw new NumberFormatException(
                        "For input string: \"" + event.details().said() + "\"");
        }
    }

    @BeforeAll
    static void start() {
        service = QueryService.start(directory, Refuser.class, VoiceRefuser.class);
        service.append(List.of(plan()), OFFICE);
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode ask(String path) {
        HttpResponse<String> answer = service.get("office", path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return service.parse(answer.body());
    }

    private static JsonNode post(int status, String path, String body) {
        HttpResponse<String> answer = service.post("office", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return service.parse(answer.body());
    }

    private static long position() {
        return service.bean(MongoEventLog.class).position();
    }

    /** Agreed, paused, started: the second is refused, the third waits. Answers the position of the second. */
    private static long park(ActionCode action) {
        Refuser.REFUSED.add(action);
        service.append(
                List.of(
                        agreed(action, "PA3"),
                        new ActionPaused(PLAN, action, date("2025-02"), ErasableText.of("Nobody is there")),
                        new ActionStarted(PLAN, action, date("2025-03"), null)),
                LEAD);
        service.awaitViews();
        return position() - 1;
    }

    private static String state(ActionCode action) {
        return service.json("/api/v1/plans/" + PLAN + "/actions/" + action)
                .path("state")
                .asString();
    }

    private static double skipped(String projection) {
        return service.metric("pap_events_skipped", "projection=\"" + projection + "\"");
    }

    private static void replay(String projection) {
        post(202, ROOT + "/" + projection + "/replay", "{\"reason\":\"VIEW_IN_DOUBT\"}");
        awaitReplay(projection);
    }

    private static void awaitReplay(String projection) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !ask(ROOT + "/" + projection).has("replay"));
    }

    @Test
    void every_projection_is_listed_with_how_far_it_is_and_whether_it_runs() {
        JsonNode items = ask(ROOT).path("items");

        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .map(item -> item.path("code").asString()))
                .containsExactlyElementsOf(EverySlice.projections());
        JsonNode plans = ask(ROOT + "/plans");
        assertThat(plans.path("position").asLong()).isPositive();
        assertThat(plans.path("behind").isIntegralNumber()).isTrue();
        assertThat(plans.path("state").asString()).isEqualTo("RUNNING");
        assertThat(plans.path("sentence").asString()).startsWith("It takes in what is recorded.");
        assertThat(plans.has("replay")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "board", "lead-t1", "executive", "forum", "governance", "metrics"})
    void only_the_programme_office_operates(String user) {
        assertThat(service.get(user, ROOT).statusCode()).isEqualTo(403);
        assertThat(service.get(user, ROOT + "/plans").statusCode()).isEqualTo(403);
        assertThat(service.get(user, ROOT + "/plans/dead-letters").statusCode()).isEqualTo(403);
        for (String action : List.of("/replay", "/dead-letters/1/retry", "/dead-letters/1/skip")) {
            assertThat(service.post(user, ROOT + "/plans" + action, TRY_AGAIN).statusCode())
                    .isEqualTo(403);
        }
        assertThat(service.get(null, ROOT).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"office,200", "board,200", "reviewer,200", "governance,200", "lead-t1,403", "forum,403", "metrics,403"})
    void anyone_who_may_read_redactions_may_read_what_operators_did(String user, int status) {
        assertThat(service.get(user, "/api/v1/operations").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nonsense/replay | {"reason":"TRY_AGAIN"} | 404 | projection.unknown
            /nonsense/dead-letters/1/retry | {"reason":"TRY_AGAIN"} | 404 | projection.unknown
            /plans/dead-letters/99999/retry | {"reason":"TRY_AGAIN"} | 404 | dead-letter.unknown
            /plans/dead-letters/99999/skip | {"reason":"TRY_AGAIN"} | 404 | dead-letter.unknown
            /plans/dead-letters/one/skip | {"reason":"TRY_AGAIN"} | 400 | request.wrong-type
            /ledger/replay | {"reason":"VIEW_IN_DOUBT"} | 409 | projection.not-replayable
            /plans/replay | {} | 400 | request.missing-field
            /plans/replay | {"reason":"BECAUSE"} | 400 | request.unknown-code
            /plans/replay | {"reason":"TRY_AGAIN","note":"Jo said so"} | 400 | request.unknown-field
            /plans/replay | {"reason":"TRY_AGAIN","reference":"Jo said so"} | 400 | request.invalid-value
            /plans/replay | {"reference":"not a number"} | 400 | request.malformed
            """)
    void what_makes_no_sense_is_refused_and_not_recorded(String path, String body, int status, String code) {
        String before = service.get("office", "/api/v1/operations").body();

        assertThat(post(status, ROOT + path, body).path("code").asString()).isEqualTo(code);
        assertThat(service.get("office", "/api/v1/operations").body()).isEqualTo(before);
    }

    @Test
    void a_parked_event_is_listed_with_its_cause_and_what_waits_behind_it_and_is_taken_in_when_it_can_be() {
        ActionCode action = new ActionCode("O1-01");
        long refused = park(action);

        JsonNode letters = ask(ROOT + "/actions/dead-letters").path("items");
        JsonNode letter = StreamSupport.stream(letters.spliterator(), false)
                .filter(item -> item.path("position").asLong() == refused)
                .findFirst()
                .orElseThrow();
        assertThat(letter.path("stream").asString()).isEqualTo("action:" + PLAN + "/O1-01");
        assertThat(letter.path("type").asString()).isEqualTo("action-paused");
        assertThat(letter.path("cause").asString()).isEqualTo("java.lang.IllegalStateException: Refused by the test");
        assertThat(letter.path("waiting").asInt()).isEqualTo(1);
        assertThat(letter.has("diedAt") && letter.has("recordedAt")).isTrue();
        assertThat(ask(ROOT + "/actions").path("deadLetters").asLong()).isGreaterThanOrEqualTo(2);

        JsonNode waits = post(409, ROOT + "/actions/dead-letters/" + (refused + 1) + "/retry", TRY_AGAIN);
        assertThat(waits.path("code").asString()).isEqualTo("dead-letter.waits");
        assertThat(waits.path("detail").asString()).contains("position " + refused);

        JsonNode still = post(200, ROOT + "/actions/dead-letters/" + refused + "/retry", TRY_AGAIN);
        assertThat(still.path("outcome").asString()).isEqualTo("STILL_FAILING");
        assertThat(still.path("done").asLong()).isZero();
        assertThat(still.path("next").path("cause").asString()).contains("Refused by the test");

        Refuser.REFUSED.remove(action);
        JsonNode done = post(
                200,
                ROOT + "/actions/dead-letters/" + refused + "/retry",
                "{\"reason\":\"FIXED_BY_RELEASE\",\"reference\":\"INC-42\"}");
        assertThat(done.path("outcome").asString()).isEqualTo("DONE");
        assertThat(done.path("done").asLong()).isEqualTo(2);
        assertThat(done.path("sentence").asString()).isEqualTo("2 entries were taken in.");
        assertThat(state(action)).isEqualTo("IN_PROGRESS");
        JsonNode recorded = ask("/api/v1/operations").path("items").get(0);
        assertThat(recorded.path("by").asString()).isEqualTo("office");
        assertThat(recorded.path("role").asString()).isEqualTo("PROGRAMME_OFFICE");
        assertThat(recorded.path("what").asString()).isEqualTo("RETRY");
        assertThat(recorded.path("projection").asString()).isEqualTo("actions");
        assertThat(recorded.path("position").asLong()).isEqualTo(refused);
        assertThat(recorded.path("reason").asString()).isEqualTo("FIXED_BY_RELEASE");
        assertThat(recorded.path("reference").asString()).isEqualTo("INC-42");
        assertThat(recorded.path("outcome").asString()).isEqualTo("DONE");
    }

    @Test
    void a_skipped_event_is_gone_from_the_views_which_say_so_until_a_replay_meets_it_again() {
        ActionCode action = new ActionCode("O2-01");
        double before = skipped("actions");
        long refused = park(action);

        JsonNode skip =
                post(200, ROOT + "/actions/dead-letters/" + refused + "/skip", "{\"reason\":\"KNOWN_HARMLESS\"}");
        assertThat(skip.path("outcome").asString()).isEqualTo("DONE");
        assertThat(skip.path("done").asLong()).as("the one behind it").isEqualTo(1);
        assertThat(skip.path("sentence").asString()).contains("the views go on without it until the next replay");
        assertThat(state(action)).isEqualTo("IN_PROGRESS");
        assertThat(skipped("actions")).isEqualTo(before + 1);
        assertThat(ask(ROOT + "/actions").path("sentence").asString()).contains("Skipped events");

        replay("actions");
        assertThat(skipped("actions")).isZero();
        assertThat(ask(ROOT + "/actions/dead-letters").path("items").toString())
                .as("the replay has met it again")
                .contains("\"position\":" + refused + ",");

        Refuser.REFUSED.remove(action);
        replay("actions");
        assertThat(ask(ROOT + "/actions/dead-letters").path("items").toString())
                .doesNotContain("\"position\":" + refused + ",");
        assertThat(ask(ROOT + "/actions").path("lastReplay").path("by").asString())
                .isEqualTo("office");
    }

    @Test
    void what_is_recorded_for_a_stream_that_a_replay_parked_waits_behind_it() {
        ActionCode action = new ActionCode("O3-01");
        long refused = park(action);
        post(200, ROOT + "/actions/dead-letters/" + refused + "/skip", "{\"reason\":\"KNOWN_HARMLESS\"}");
        replay("actions");

        service.append(List.of(new ActionPaused(PLAN, action, date("2025-04"), ErasableText.of("Again"))), LEAD);
        service.awaitViews();

        JsonNode letters = ask(ROOT + "/actions/dead-letters").path("items");
        assertThat(StreamSupport.stream(letters.spliterator(), false)
                        .filter(letter -> letter.path("position").asLong() == refused)
                        .map(letter -> letter.path("waiting").asInt()))
                .containsExactly(2);
        Refuser.REFUSED.remove(action);
        JsonNode done = post(200, ROOT + "/actions/dead-letters/" + refused + "/retry", TRY_AGAIN);
        assertThat(done.path("done").asLong()).isEqualTo(3);
        assertThat(state(action)).isEqualTo("PAUSED");
    }

    @Test
    void a_cause_that_repeats_words_is_kept_without_them_and_health_says_so_while_it_is_parked() {
        VoiceRefuser.refuses = true;
        VoiceId voice = new VoiceId("o4");
        service.append(
                List.of(new VoiceHeard(
                        PLAN,
                        voice,
                        History.said("2025-02-03", VoiceFrom.PARENTS_AND_CARERS, "Jo is never at school", "PA3"))),
                LEAD);
        service.awaitViews();
        long refused = position();

        HttpResponse<String> letters = service.get("office", ROOT + "/voices/dead-letters");
        assertThat(letters.body()).contains("java.lang.NumberFormatException").doesNotContain("Jo is");

        JsonNode health =
                service.parse(service.get("office", "/actuator/health").body());
        assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
        JsonNode voices =
                health.path("components").path("projections").path("details").path("voices");
        assertThat(voices.path("deadLetters").asLong()).isEqualTo(1);
        assertThat(service.get(null, "/actuator/health").statusCode()).isEqualTo(200);
        assertThat(service.get(null, "/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(service.parse(service.get(null, "/actuator/health/readiness").body())
                        .path("status")
                        .asString())
                .isEqualTo("UP");

        VoiceRefuser.refuses = false;
        post(200, ROOT + "/voices/dead-letters/" + refused + "/retry", TRY_AGAIN);
        assertThat(ask(ROOT + "/voices").path("deadLetters").asLong()).isZero();
    }

    @Test
    void the_list_of_operations_and_that_of_dead_letters_come_in_pages() {
        replay("decisions");
        replay("risks");
        JsonNode first = ask("/api/v1/operations?limit=1");
        JsonNode second =
                ask("/api/v1/operations?limit=1&cursor=" + first.path("next").asString());

        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(second.path("items").get(0).path("id").asString())
                .isLessThan(first.path("items").get(0).path("id").asString());
        assertThat(service.get("office", "/api/v1/operations?cursor=x").statusCode())
                .isEqualTo(400);
        assertThat(service.get("office", "/api/v1/operations?limit=0").statusCode())
                .isEqualTo(400);
        assertThat(service.get("office", ROOT + "/actions/dead-letters?limit=0").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans", "evidence", "kpis", "voices", "stocktakes", "redactions", "overrides", "audit"})
    void every_projection_but_the_ledger_can_be_replayed(String projection) {
        var before = service.stored().get(projection);

        replay(projection);

        assertThat(service.stored().get(projection)).isEqualTo(before);
    }
}

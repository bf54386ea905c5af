package org.paptracker.query.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.DECISION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.STOCKTAKE;
import static org.paptracker.query.History.VOICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.decided;
import static org.paptracker.query.History.details;
import static org.paptracker.query.History.evidence;
import static org.paptracker.query.History.frozen;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.redacted;
import static org.paptracker.query.History.redaction;
import static org.paptracker.query.History.said;
import static org.paptracker.query.History.scheduled;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.log.CommitProof;
import org.paptracker.log.Eraser;
import org.paptracker.log.MongoEventLog;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.Records;
import org.paptracker.query.Traces;
import org.paptracker.query.history.EverySlice;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;
import org.paptracker.values.stocktake.StocktakeKind;
import org.paptracker.values.voice.VoiceFrom;
import tools.jackson.databind.JsonNode;

/**
 * What was redacted is nowhere any more: in no collection, in no answer, as at no time, in no process. In order: before it
 * was, and after.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromiseTest {
    private static final String WORDS = "Jo Bloggs of 3 High Street hits his brother";
    private static final String MARKER = "[redacted on 3 March 2025: third-party personal data]";
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";
    private static final RedactionId FIRST = RedactionId.of(1);

    @TempDir
    static Path directory;

    private static QueryService service;
    private static QueryService other;
    private static List<String> salts;
    private static long said;
    private static String export;
    private static String checkpoint;

    @BeforeAll
    static void tell() {
        service = QueryService.start(directory);
        ErasableText criterion = words();
        MilestoneDetails milestone = new MilestoneDetails("Cleared", List.of(criterion), date("2025-01-31"), false);
        EvidenceId evidence = new EvidenceId("E-1");
        PlanId next = new PlanId("next");
        service.append(
                List.of(
                        plan(),
                        new PlanRegistered(next, plan().details()),
                        agreed(ACTION, "PA3"),
                        new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone),
                        new MilestoneProgressRecorded(
                                PLAN,
                                ACTION,
                                MILESTONE,
                                date("2025-02-01"),
                                words(),
                                40,
                                null,
                                words(),
                                null,
                                null,
                                null,
                                null,
                                null),
                        new ActionPaused(PLAN, ACTION, date("2025-02-02"), words()),
                        new VoiceHeard(PLAN, VOICE, said("2025-02-03", VoiceFrom.PARENTS_AND_CARERS, WORDS, "PA3")),
                        new EvidenceSubmitted(PLAN, evidence, supporting(WORDS)),
                        scheduled(STOCKTAKE, StocktakeKind.PROGRESS_REVIEW)),
                OFFICE);
        service.append(
                List.of(
                        new DecisionMade(PLAN, DECISION, deciding("Sign it")),
                        new EvidenceAmended(PLAN, evidence, supporting(WORDS), null),
                        new EvidenceChallenged(PLAN, evidence, date("2025-02-10"), words()),
                        frozen(STOCKTAKE, "2025-02-13"),
                        new DecisionAmended(PLAN, DECISION, deciding("Sign it soon")),
                        new DecisionDeferred(PLAN, DECISION, date("2025-02-14"), null, words()),
                        redaction(FIRST, 7, "details.said", WORDS)),
                LEAD);
        service.append(
                List.of(
                        new ActionTransferred(PLAN, ACTION, date("2025-02-20"), next, new ActionCode("N-1"), words()),
                        new ActionReceived(
                                next,
                                new ActionCode("N-1"),
                                date("2025-02-20"),
                                PLAN,
                                ACTION,
                                details("Moved", "PA3"),
                                ActionState.IN_PROGRESS,
                                List.of(new CarriedMilestone(
                                        MILESTONE, milestone, null, null, MilestoneState.PLANNED)))),
                OFFICE);
        service.awaitViews();
        said = position();
        other = service.shadow(directory);
        salts = salts();
    }

    @AfterAll
    static void stop() {
        other.leave();
        service.close();
    }

    private static ErasableText words() {
        return ErasableText.of(WORDS);
    }

    private static EvidenceDetails supporting(String summary) {
        return evidence(
                EvidenceKind.AUDIT,
                EvidenceLevel.OUTCOME,
                summary,
                History.subject(SubjectType.MILESTONE, MILESTONE.value()),
                History.subject(SubjectType.AREA, "PA3"));
    }

    private static DecisionDetails deciding(String title) {
        return Records.with(decided(title, "2025-02-05", "SIAB", "2025-04", "PA3"), "wording", words());
    }

    private static long position() {
        return service.bean(MongoEventLog.class).position();
    }

    /** Everything that can show the words, now or as at an earlier time. */
    private static List<String> showing() {
        List<String> paths = new ArrayList<>();
        for (String path : List.of(
                "/actions/PA3-01",
                "/milestones",
                "/voices",
                "/voices/forum-survey",
                "/evidence",
                "/evidence/E-1",
                "/decisions",
                "/decisions/D-01")) {
            paths.add(ROOT + path);
            paths.add(ROOT + path + "?knownAt=position:" + said);
            paths.add(ROOT + path + "?effectiveAt=2025-02-28");
        }
        paths.add("/api/v1/plans/next/actions/N-1");
        paths.add("/api/v1/redactions");
        paths.add("/api/v1/redactions/1?knownAt=position:" + said);
        paths.add(ROOT + "/audit?limit=200");
        paths.add(ROOT + "/changes?from=position:0&limit=200");
        paths.add(ROOT + "/changes?from=position:0&to=position:" + said + "&limit=200");
        paths.add(ROOT + "/stocktakes/2025-02/pack");
        return paths;
    }

    /** What need not show them and must not either. */
    private static List<String> others() {
        return List.of(
                ROOT,
                ROOT + "/actions",
                ROOT + "/evidence/gaps",
                ROOT + "/progress",
                ROOT + "/stocktakes/2025-02",
                ROOT + "/reports/assurance?from=2025-01-01&to=2025-12-31",
                ROOT + "/reports/assurance?from=2025-01-01&to=2025-12-31&knownAt=position:" + said,
                ROOT + "/due-dates");
    }

    private static String ask(QueryService of, String path, String accept) {
        HttpResponse<String> answer = of.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + of.port() + path))
                .header("Authorization", of.basic("reviewer"))
                .header("Accept", accept)
                .build());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String ask(QueryService of, String path) {
        return ask(of, path, "application/json");
    }

    /** Every document of every collection, bytes as text. */
    private static String everythingStored() {
        StringBuilder all = new StringBuilder();
        MongoDatabase database = service.bean(MongoDatabase.class);
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                all.append(document);
                for (Object value : document.values()) {
                    if (value instanceof Binary binary)
                        all.append(new String(binary.getData(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    private static List<String> salts() {
        List<String> found = new ArrayList<>();
        for (Document commit :
                service.bean(MongoDatabase.class).getCollection("events").find()) {
            for (Object text : commit.get("texts", new Document()).values()) {
                if (WORDS.equals(((Document) text).getString("text"))) found.add(((Document) text).getString("salt"));
            }
        }
        return found;
    }

    @Test
    @Order(1)
    void before_it_is_redacted_everybody_sees_it() throws IOException {
        assertThat(salts).hasSizeGreaterThan(9);
        other.awaitViews(); // it knows how far the first has come from what that one stores now and then
        for (QueryService process : List.of(service, other)) {
            for (String path : showing())
                assertThat(ask(process, path)).as(path).contains(WORDS);
            for (String path : others()) assertThat(ask(process, path)).as(path).doesNotContain(MARKER);
            assertThat(ask(process, ROOT + "/audit?limit=200", "text/csv")).contains(WORDS);
        }
        assertThat(everythingStored()).contains(WORDS).contains(salts);
        assertThat(traces()).isNotEmpty();
        assertThat(ask(service, "/api/v1/audit/export/texts", "*/*"))
                .contains(WORDS)
                .contains(salts);
        export = ask(service, "/api/v1/audit/export?to=" + said, "*/*");
        checkpoint = service.json(ROOT + "/stocktakes/2025-02/pack")
                .path("checkpoint")
                .asString();
    }

    @Test
    @Order(2)
    void once_it_is_redacted_nobody_does_as_at_no_time_and_in_no_process() {
        Eraser eraser = new Eraser(service.bean(MongoDatabase.class), service.bean(CommitProof.class));
        List<TextPlace> places = eraser.places(7, "details.said");
        assertThat(places).extracting(TextPlace::position).contains(4L, 5L, 6L, 7L, 8L, 10L, 11L, 12L, 14L, 16L, 18L);
        service.append(List.of(new RedactionConfirmed(PLAN, FIRST, places)), LEAD);
        eraser.erase(places, new ErasableText.Redaction(date("2025-03-03"), RedactionGround.THIRD_PARTY_PERSONAL_DATA));
        service.append(List.of(redacted(FIRST, "2025-03-03", places)), LEAD);
        service.awaitViews();
        other.awaitViews();

        for (QueryService process : List.of(service, other)) {
            for (String path : showing()) {
                assertThat(ask(process, path)).as(path).doesNotContain(WORDS).contains(MARKER);
            }
            for (String path : others()) assertThat(ask(process, path)).as(path).doesNotContain(WORDS);
            assertThat(ask(process, ROOT + "/audit?limit=200", "text/csv"))
                    .doesNotContain(WORDS)
                    .contains(MARKER);
        }
        assertThat(everythingStored()).doesNotContain(WORDS).doesNotContain(salts);
    }

    @Test
    @Order(3)
    void the_frozen_pack_lists_what_was_taken_out_and_when_and_why_and_still_verifies() {
        JsonNode pack = service.json(ROOT + "/stocktakes/2025-02/pack");
        assertThat(pack.path("checkpoint").asString()).isEqualTo(checkpoint);
        assertThat(pack.path("redactions").valueStream())
                .extracting(each -> each.path("position").asLong())
                .containsExactly(4L, 5L, 5L, 6L, 7L, 8L, 10L, 11L, 12L);
        assertThat(pack.path("redactions").valueStream()).allSatisfy(each -> {
            assertThat(each.path("on").asString()).isEqualTo("2025-03-03");
            assertThat(each.path("ground").asString()).isEqualTo("THIRD_PARTY_PERSONAL_DATA");
            assertThat(each.path("groundInWords").asString()).isEqualTo("third-party personal data");
        });
        assertThat(pack.path("redactions").path(0).path("field").asString()).isEqualTo("details.successCriteria[0]");
    }

    @Test
    @Order(3)
    void every_proof_holds_and_no_export_has_the_words() {
        JsonNode verification = service.verified();
        assertThat(verification.path("holds").asBoolean())
                .as(verification.toString())
                .isTrue();
        assertThat(ask(service, "/api/v1/audit/export?to=" + said, "*/*")).isEqualTo(export);
        assertThat(ask(service, "/api/v1/audit/export/texts", "*/*"))
                .doesNotContain(WORDS)
                .doesNotContain(salts)
                .contains("\"redactedOn\":\"2025-03-03\",\"ground\":\"THIRD_PARTY_PERSONAL_DATA\"");
    }

    /** The log and the store of these tests are files: what was deleted may lie in them as dead bytes. */
    @Test
    @Order(3)
    void nor_is_it_in_any_byte_of_any_file_soon_after() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(traces()).isEmpty());
    }

    private static Set<String> traces() throws IOException {
        List<String> sought = new ArrayList<>(salts);
        sought.add(WORDS);
        return Traces.of(sought, directory);
    }

    @Test
    @Order(4)
    void what_is_said_later_is_taken_in_as_before() {
        service.append(
                List.of(new DecisionAmended(
                        PLAN, DECISION, decided("Sign it now", "2025-02-05", "SIAB", "2025-04", "PA3"))),
                LEAD);
        service.awaitViews();
        assertThat(service.json(ROOT + "/decisions/D-01").path("title").asString())
                .isEqualTo("Sign it now");
        assertThat(service.json(ROOT + "/decisions/D-01")
                        .path("deferral")
                        .path("reason")
                        .asString())
                .isEqualTo(MARKER);
    }

    @Test
    @Order(5)
    void a_replay_makes_the_same_views_again() {
        other.leave(); // or it takes over what the first lets go of for the replay
        Map<String, Map<Object, Object>> live = service.stored();
        for (String projection : EverySlice.projections()) service.replay(projection);
        assertThat(service.stored()).isEqualTo(live);
    }
}

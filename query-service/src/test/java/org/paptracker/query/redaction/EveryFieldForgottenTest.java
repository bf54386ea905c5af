package org.paptracker.query.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.date;

import com.fasterxml.jackson.annotation.JsonValue;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.fold.Provenance;
import org.paptracker.log.CommitProof;
import org.paptracker.log.Eraser;
import org.paptracker.log.LogLines;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import org.paptracker.query.Records;
import org.paptracker.query.Samples;
import org.paptracker.query.Traces;
import org.paptracker.query.history.EverySlice;
import org.paptracker.values.ClosedShape;
import org.paptracker.values.ErasableText;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceSource;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.meeting.MeetingDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceId;

/** A history of every kind of event with the same words in every field that holds words: all of them can be taken back. */
class EveryFieldForgottenTest {
    private static final String WORDS = "Qwertrude Bloggs of Xyloford";
    private static final PlanId PLAN = RandomHistory.plan(1);
    private static final String ROOT = "/api/v1/plans/" + PLAN;
    private static final RedactionId REDACTION = RedactionId.of(99);
    private static final Provenance BY = new Provenance("office", "PROGRAMME_OFFICE", "OCC", null, WORDS);
    private static final Provenance BY_ANOTHER = new Provenance("board", "BOARD", null, null, null);
    private static final int AT_ONCE = 200;

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void tell() {
        service = QueryService.start(directory);
        List<DomainEvent> events = Stream.concat(RandomHistory.interleaved(2, 150).stream(), leftToChance())
                .filter(event -> !(event instanceof RedactionEvent))
                .<DomainEvent>map(event -> (DomainEvent) worded((Record) event))
                .toList();
        for (int done = 0; done < events.size(); done += AT_ONCE) {
            service.append(events.subList(done, Math.min(done + AT_ONCE, events.size())), BY);
        }
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Of fields that a history made by chance may leave out. */
    private static Stream<DomainEvent> leftToChance() {
        VoiceId voice = new VoiceId("V-W");
        return Stream.of(
                new EvidenceSubmitted(
                        PLAN,
                        new EvidenceId("E-W"),
                        Records.with(
                                Samples.of(EvidenceDetails.class), "source", new EvidenceSource("title", "url", null))),
                new VoiceHeard(PLAN, voice, Records.with(Samples.of(VoiceDetails.class), "through", "survey")),
                new VoiceClosed(PLAN, voice, date("2025-02-13"), ErasableText.of("outcome"), "agreed by"),
                new MeetingPlanned(
                        PLAN,
                        new MeetingCode("M-W"),
                        Records.with(Samples.of(MeetingDetails.class), "present", List.of("chair"))));
    }

    private static Record worded(Record record) {
        List<@Nullable Object> changed = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            boolean isCode = component.getAccessor().isAnnotationPresent(JsonValue.class);
            if (isCode || component.isAnnotationPresent(ClosedShape.class)) continue;
            changed.add(component.getName());
            changed.add(worded(value(component, record)));
        }
        return Records.with(record, changed.toArray());
    }

    private static @Nullable Object worded(@Nullable Object value) {
        if (value instanceof String) return WORDS;
        if (value instanceof ErasableText) return ErasableText.of(WORDS);
        if (value instanceof List<?> several) {
            return several.stream().map(EveryFieldForgottenTest::worded).toList();
        }
        boolean isOurs = value instanceof Record && isMadeOfStrings(value.getClass());
        return isOurs ? worded((Record) value) : value;
    }

    /** Dates and periods read their own shape. */
    private static boolean isMadeOfStrings(Class<?> type) {
        return type.getSimpleName()
                .matches(".*(Details|Source|Area|Theme|Workstream|Board|Organisation|Lead|Definition"
                        + "|Baseline|CarriedMilestone|Finding|Suspected|Subject)");
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No " + component, e);
        }
    }

    /** Every document of every collection, bytes as text. */
    private static String everythingStored() {
        StringBuilder all = new StringBuilder();
        MongoDatabase database = service.bean(MongoDatabase.class);
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                all.append(document);
                for (Object value : document.values()) {
                    if (value instanceof Binary binary) all.append(new String(binary.getData(), UTF_8));
                }
            }
        }
        return all.toString();
    }

    private static String ask(String path) {
        var answer = service.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", service.basic("reviewer"))
                .build());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> showing(long known) {
        List<String> paths = new ArrayList<>();
        for (String path : List.of(
                "",
                "/actions",
                "/milestones",
                "/kpis",
                "/risks",
                "/decisions",
                "/evidence",
                "/voices",
                "/stocktakes")) {
            paths.add(ROOT + path);
            paths.add(ROOT + path + "?knownAt=position:" + known);
        }
        paths.add(ROOT + "/audit?limit=200");
        paths.add(ROOT + "/changes?from=position:0&limit=200");
        return paths;
    }

    private static Set<String> traces() throws IOException {
        return Traces.of(List.of(WORDS), directory);
    }

    @Test
    void once_they_are_redacted_they_are_in_no_answer_no_document_and_no_byte_of_a_file() throws IOException {
        long said = service.position();
        Eraser eraser = new Eraser(service.bean(MongoDatabase.class), CommitProof.UNASKED);
        List<TextPlace> places = eraser.places(1, "details.title");

        assertThat(places).hasSize((int) new LogLines(service.bean(MongoDatabase.class), CommitProof.UNASKED)
                .after(0, (int) said).stream()
                        .mapToLong(line -> line.commitments().size())
                        .sum());
        Map<String, Long> fields = new HashMap<>();
        for (TextPlace place : places) fields.merge(place.field().replaceAll("\\[\\d+]", ""), 1L, Long::sum);
        assertThat(fields)
                .containsEntry("metadata.source", said)
                .containsKeys(
                        "details.organisations.name",
                        "details.localArea",
                        "details.source.title",
                        "details.source.url",
                        "details.through",
                        "agreedBy",
                        "details.present");
        for (String path : showing(said)) assertThat(ask(path)).as(path).contains(WORDS);
        assertThat(traces()).isNotEmpty();

        service.append(List.of(new RedactionConfirmed(PLAN, REDACTION, places)), BY_ANOTHER);
        eraser.erase(places, new ErasableText.Redaction(date("2025-03-03"), RedactionGround.PERSONAL_DATA));
        service.append(
                List.of(new ContentRedacted(
                        PLAN, REDACTION, places, RedactionGround.PERSONAL_DATA, date("2025-03-03"))),
                BY_ANOTHER);
        service.awaitViews();

        for (String path : showing(said)) assertThat(ask(path)).as(path).doesNotContain(WORDS);
        assertThat(everythingStored()).doesNotContain(WORDS);
        assertThat(service.verified().path("holds").asBoolean()).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(traces()).isEmpty());
        Map<String, Map<Object, Object>> live = service.stored();
        for (String projection : EverySlice.projections()) service.replay(projection);
        assertThat(service.stored()).isEqualTo(live);
    }
}

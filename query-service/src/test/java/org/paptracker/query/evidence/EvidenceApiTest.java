package org.paptracker.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.VOICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.claimed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.fact;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.subject;
import static org.paptracker.query.History.submitted;
import static org.paptracker.query.History.validated;
import static org.paptracker.query.History.verified;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.query.PartsOfAPlan;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import tools.jackson.databind.JsonNode;

class EvidenceApiTest extends PartsOfAPlan {
    EvidenceApiTest() {
        super("evidence", "evidence", "E-1", "E-2", "F-1", "F-2");
    }

    @BeforeAll
    static void tell() {
        service.append(List.of(plan()), OFFICE);
        service.append(List.of(agreed(ACTION, "PA1", "PA3"), milestone(ACTION, MILESTONE, "2025-01")), OFFICE);
        service.append(List.of(claimed("2025-01-20")), LEAD);
        service.append(List.of(verified("2025-01-25")), OFFICE);
        service.append(
                List.of(
                        submitted("E-1", EvidenceLevel.OUTCOME, subject(SubjectType.AREA, "PA3")),
                        submitted("E-2", EvidenceLevel.OUTPUT, subject(SubjectType.MILESTONE, "PA3-01.1")),
                        fact("F-1", "Established in June 2024.", "youth-forum-established"),
                        fact("F-2", "Established in July 2024.", "youth-forum-established"),
                        nobodyTellsUs()),
                LEAD);
        service.append(List.of(validated("E-1", "2025-02-13")), OFFICE);
        service.awaitViews();
    }

    /** Of a family, about the area PA1 only. */
    private static VoiceHeard nobodyTellsUs() {
        return new VoiceHeard(
                PLAN,
                VOICE,
                new VoiceDetails(
                        date("2025-02-20"),
                        VoiceFrom.PARENTS_AND_CARERS,
                        null,
                        ErasableText.of("Nobody tells us"),
                        new TreeSet<>(List.of(new AreaCode("PA1"))),
                        new TreeSet<>(),
                        List.of(),
                        Visibility.PUBLIC));
    }

    private static List<String> codes(JsonNode page, String field) {
        List<String> codes = new ArrayList<>();
        page.path("items").forEach(item -> codes.add(item.at(field).asString()));
        return codes;
    }

    @Test
    void one_piece_of_evidence_is_shown_whole() {
        var answer = service.get(ROOT + "/evidence/E-1");
        JsonNode evidence = service.parse(answer.body());
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(evidence.path("code").asString()).isEqualTo("E-1");
        assertThat(evidence.path("level").asString()).isEqualTo("OUTCOME");
        assertThat(evidence.path("period").asString()).isEqualTo("2024-11");
        assertThat(evidence.path("summary").asString()).isEqualTo("44 per cent are good");
        assertThat(evidence.at("/supports/0/type").asString()).isEqualTo("area");
        assertThat(evidence.at("/supports/0/code").asString()).isEqualTo("PA3");
        assertThat(evidence.at("/validation/by").asString()).isEqualTo("office");
        assertThat(evidence.path("version").asInt()).isEqualTo(1);
        assertThat(evidence.has("challenge")).isFalse();
        assertThat(evidence.path("source").has("url")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | E-1 E-2 F-1 F-2
            ?level=OUTCOME                  | E-1
            ?state=SUBMITTED                | E-2 F-1 F-2
            ?kind=FACT                      | F-1 F-2
            ?supports=milestone:PA3-01.1    | E-2
            ?supports=area:PA3&level=OUTPUT |
            """)
    void a_list_can_be_narrowed(String query, String expected) {
        List<String> codes = expected == null ? List.of() : List.of(expected.split(" "));
        assertThat(codes(service.json(ROOT + "/evidence" + query), "/code")).isEqualTo(codes);
    }

    @Test
    void was_not_yet_validated_the_day_before() {
        assertThat(service.json(ROOT + "/evidence/E-1?effectiveAt=2025-02-12")
                        .path("state")
                        .asString())
                .isEqualTo("SUBMITTED");
        assertThat(service.json(ROOT + "/evidence/E-1?effectiveAt=2025-02-13")
                        .path("state")
                        .asString())
                .isEqualTo("VALIDATED");
    }

    @Test
    void what_is_not_there_is_404_and_what_is_malformed_400() {
        assertThat(service.get(ROOT + "/evidence/E-9").statusCode()).isEqualTo(404);
        assertThat(service.get(ROOT + "/evidence/E-9").body()).contains("evidence.unknown");
        assertThat(service.get("/api/v1/plans/nowhere/evidence").statusCode()).isEqualTo(404);
        assertThat(service.get("/api/v1/plans/nowhere/evidence/gaps").statusCode())
                .isEqualTo(404);
        assertThat(service.get(ROOT + "/evidence?supports=milestones:X").body()).contains("milestone:PA3-01.2");
        assertThat(service.get(ROOT + "/evidence?supports=milestone").statusCode())
                .isEqualTo(400);
        assertThat(service.get(ROOT + "/evidence?level=HIGH").statusCode()).isEqualTo(400);
        assertThat(service.get(ROOT + "/evidence/gaps?kind=X").statusCode()).isEqualTo(400);
    }

    @Test
    void the_claim_names_it_so_the_milestone_is_covered_and_no_gap() {
        JsonNode progress = service.json(ROOT + "/progress?by=area");
        assertThat(progress.at("/total/evidence/complete").asInt()).isEqualTo(1);
        assertThat(progress.at("/total/evidence/withOutcomeOrImpact").asInt()).isEqualTo(1);
        assertThat(progress.at("/total/evidence/coverage").asDouble()).isEqualTo(1.0);
        assertThat(progress.at("/total/evidence/strongest").asString()).isEqualTo("OUTCOME");
        assertThat(service.json(ROOT + "/progress?by=area&effectiveAt=2025-02-12")
                        .at("/total/evidence/coverage")
                        .asDouble())
                .isEqualTo(0.0);
        assertThat(service.json(ROOT + "/milestones")
                        .at("/items/0/strongestEvidence")
                        .asString())
                .isEqualTo("OUTCOME");
        assertThat(service.json(ROOT + "/actions/PA3-01")
                        .path("strongestEvidence")
                        .asString())
                .isEqualTo("OUTCOME");
        assertThat(codes(service.json(ROOT + "/evidence/gaps?kind=COMPLETE_BUT_UNEVIDENCED"), "/kind"))
                .isEmpty();
    }

    @Test
    void each_area_and_theme_knows_the_strongest_level_of_what_stands_in_it() {
        assertThat(codes(service.json(ROOT + "/progress?by=area"), "/evidence/strongest"))
                .containsExactly("OUTCOME", "OUTCOME");
        assertThat(codes(service.json(ROOT + "/progress?by=theme"), "/evidence/strongest"))
                .containsExactly("OUTCOME");
        assertThat(codes(service.json(ROOT + "/progress?by=theme&effectiveAt=2025-02-12"), "/evidence/strongest"))
                .containsExactly("");
    }

    @Test
    void gaps_are_listed_as_at_any_day() {
        assertThat(codes(service.json(ROOT + "/evidence/gaps?effectiveAt=2025-02-28"), "/kind"))
                .containsExactly("NO_FAMILY_VOICE", "NO_FAMILY_VOICE", "SOURCES_IN_CONFLICT");
        JsonNode before = service.json(ROOT + "/evidence/gaps?effectiveAt=2025-02-12");
        assertThat(codes(before, "/subject/code"))
                .containsExactly("PA3-01.1", "PA1", "PA3", "T2", "youth-forum-established");
        assertThat(codes(before, "/kind"))
                .containsExactly(
                        "COMPLETE_BUT_UNEVIDENCED",
                        "NO_FAMILY_VOICE",
                        "NO_FAMILY_VOICE",
                        "NO_FAMILY_VOICE",
                        "SOURCES_IN_CONFLICT");
        assertThat(codes(
                        service.json(ROOT + "/evidence/gaps?kind=STALE,SOURCES_IN_CONFLICT&effectiveAt=2025-06-01"),
                        "/kind"))
                .containsExactly("SOURCES_IN_CONFLICT", "STALE");
        JsonNode conflict = service.json(ROOT + "/evidence/gaps?kind=SOURCES_IN_CONFLICT");
        assertThat(conflict.at("/items/0/sides/1/says").asString()).isEqualTo("Established in July 2024.");
        assertThat(conflict.at("/items/0").has("period")).isFalse();
    }

    @Test
    void the_history_tells_it_under_the_areas_it_supports() {
        JsonNode audit = service.json(ROOT + "/audit?area=PA3&subject=evidence:E-1");
        assertThat(codes(audit, "/type")).containsExactly("evidence-validated", "evidence-submitted");
        assertThat(codes(audit, "/sentence").get(0))
                .isEqualTo("The evidence E-1 was validated, effective 13 February 2025.");
        assertThat(audit.at("/items/0/changes").toString()).contains("validation.by");
    }
}

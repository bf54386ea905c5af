package org.paptracker.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.*;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.query.QueryService;
import org.paptracker.query.history.EverySlice;
import org.paptracker.query.report.format2.Pack;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeKind;
import org.paptracker.values.voice.VoiceFrom;
import tools.jackson.databind.JsonNode;

/** Two stocktakes, three months apart, and what happened before, between and after. */
class PackTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";
    private static final StocktakeCode NOVEMBER = new StocktakeCode("2024-11");
    private static final StocktakeCode NEVER = new StocktakeCode("2025-07");
    private static final StocktakeCode LATER = new StocktakeCode("2025-08");

    @TempDir
    static Path directory;

    private static QueryService service;
    private static String pack;
    private static JsonNode read;

    @BeforeAll
    static void tell() {
        service = QueryService.start(directory);
        service.append(
                List.of(
                        plan(),
                        agreed(ACTION, "PA3"),
                        milestone(ACTION, MILESTONE, "2025-01-31"),
                        progress("2024-11-20", Rating.OFF_TRACK, 20),
                        defined("reviews-late", Polarity.LOWER_IS_BETTER, Reading.exactly("250")),
                        measured("reviews-late", "2024-11", "Board papers", Reading.exactly("120")),
                        heard(VOICE, "2024-10-10", VoiceFrom.PARENTS_AND_CARERS, "PA3"),
                        identified(RISK, "2024-09-01", "PA3"),
                        scored(RISK, "2024-10-01", 4, 4),
                        made(DECISION, "2024-11-01", "SIAB", "2025-01", "PA3"),
                        submitted("E-1", EvidenceLevel.OUTPUT, subject(SubjectType.MILESTONE, "PA3-01.1")),
                        submitted("E-2", EvidenceLevel.IMPACT, subject(SubjectType.AREA, "PA3")),
                        scheduled(NOVEMBER, StocktakeKind.PROGRESS_REVIEW),
                        frozen(NOVEMBER, "2024-11-30"),
                        feedback(
                                NOVEMBER,
                                "2024-12-10",
                                FeedbackStage.FORMAL,
                                finding(1, FindingKind.RECOMMENDATION, "Clear it"),
                                finding(2, FindingKind.RECOMMENDATION, "Listen"),
                                finding(3, FindingKind.RECOMMENDATION, "Pay more"),
                                finding(4, FindingKind.FINDING, "Much work")),
                        answered(NOVEMBER, "2024-12-12", 1, Answer.ACCEPTED, ACTION),
                        answered(NOVEMBER, "2024-12-12", 3, Answer.NOT_ACCEPTED)),
                OFFICE);
        service.append(
                List.of(
                        progress("2025-01-20", Rating.ON_TRACK, 90),
                        claimed("2025-01-28"),
                        responded(VOICE, "2025-02-01", "We told them"),
                        progress("2025-02-19", Rating.COMPLETE, 100)),
                LEAD);
        service.append(
                List.of(
                        verified("2025-01-30"),
                        validated("E-1", "2025-01-30"),
                        implemented(DECISION, "2025-02-10"),
                        scheduled(STOCKTAKE, StocktakeKind.STOCKTAKE, "PA3"),
                        scheduled(NEVER, StocktakeKind.DEEP_DIVE),
                        frozen(STOCKTAKE, "2025-02-13")),
                OFFICE);
        pack = service.get(ROOT + "/stocktakes/2025-02/pack").body();
        read = service.parse(pack);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void names_the_occasion_and_the_cut_off() {
        assertThat(read.path("format").asInt()).isEqualTo(Pack.FORMAT);
        assertThat(read.path("stocktake").path("code").asString()).isEqualTo("2025-02");
        assertThat(read.path("stocktake").path("kind").asString()).isEqualTo("STOCKTAKE");
        assertThat(read.path("cutOff").path("position").asLong()).isEqualTo(26);
        assertThat(read.path("cutOff").path("day").asString()).isEqualTo("2025-02-13");
        assertThat(read.path("cutOff").path("by").asString()).isEqualTo("office");
        assertThat(read.path("previous").path("code").asString()).isEqualTo("2024-11");
        assertThat(read.path("previous").path("cutOff").path("position").asLong())
                .isEqualTo(13);
    }

    @Test
    void prints_the_signed_checkpoint_over_the_history_up_to_the_cut_off() {
        assertThat(read.path("checkpoint").asString())
                .isEqualTo(service.get("/api/v1/audit/checkpoint?size=26").body())
                .startsWith("paptracker.local/")
                .contains("\n26\n", "\n\n— paptracker.local/");
    }

    @Test
    void shows_the_plan_as_it_stood() {
        JsonNode state = read.path("state");
        assertThat(state.path("plan").path("title").asString()).isEqualTo("Priority action plan");
        assertThat(state.path("actions").path(0).path("code").asString()).isEqualTo("PA3-01");
        JsonNode milestone = state.path("milestones").path(0);
        assertThat(milestone.path("state").asString()).isEqualTo("VERIFIED");
        assertThat(milestone.path("strongestEvidence").asString()).isEqualTo("OUTPUT");
        assertThat(milestone.path("slippedDays").asLong()).isEqualTo(-3);
        JsonNode total = state.path("byArea").path("total");
        assertThat(total.path("milestones").path("byState").path("VERIFIED").asLong())
                .isEqualTo(1);
        assertThat(total.path("daysSinceUpdate").asLong()).isEqualTo(14);
        assertThat(state.path("byTheme").path("items").path(0).path("code").asString())
                .isEqualTo("T2");
    }

    @Test
    void leaves_out_what_became_true_after_the_day_even_if_it_was_recorded_before() {
        assertThat(pack).doesNotContain("Said on 2025-02-19");
        assertThat(service.get(ROOT + "/milestones").body()).contains("Said on 2025-02-19");
    }

    @Test
    void says_what_changed_since_the_stocktake_before() {
        List<String> said = StreamSupport.stream(read.path("changes").spliterator(), false)
                .flatMap(changed -> StreamSupport.stream(changed.path("said").spliterator(), false))
                .map(one -> one.path("sentence").asString())
                .toList();
        assertThat(said)
                .contains(
                        "The milestone PA3-01.1 was verified as complete, effective 30 January 2025.",
                        "The stocktake 2024-11 was frozen at this place in the history, effective 30 November 2024.",
                        "The stocktake 2025-02 was scheduled: STOCKTAKE.")
                .noneMatch(sentence -> sentence.contains("was agreed"))
                .noneMatch(sentence -> sentence.contains("19 February"));
    }

    @Test
    void sorts_the_evidence_by_level_and_names_the_gaps() {
        JsonNode byLevel = read.path("evidence").path("byLevel");
        assertThat(byLevel.propertyNames()).containsExactly("ACTIVITY", "OUTPUT", "OUTCOME", "IMPACT");
        assertThat(byLevel.path("OUTPUT").path(0).path("code").asString()).isEqualTo("E-1");
        assertThat(byLevel.path("IMPACT").path(0).path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(StreamSupport.stream(read.path("evidence").path("gaps").spliterator(), false)
                        .map(gap -> gap.path("kind").asString()))
                .contains("OUTPUT_ONLY", "KPI_WITHOUT_TARGET");
    }

    @Test
    void shows_figures_voices_risks_and_decisions() {
        assertThat(read.path("kpis").path(0).path("sinceBaseline").isMissingNode())
                .isFalse();
        assertThat(read.path("voices")
                        .path(0)
                        .path("responses")
                        .path(0)
                        .path("weDid")
                        .asString())
                .isEqualTo("We told them");
        assertThat(read.path("risks").path(0).path("score").asInt()).isEqualTo(16);
        assertThat(read.path("decisions").path(0).path("state").asString()).isEqualTo("IMPLEMENTED");
    }

    @Test
    void lists_the_recommendations_that_are_not_done_with() {
        JsonNode open = read.path("openRecommendations");
        assertThat(StreamSupport.stream(open.spliterator(), false)
                        .map(each -> each.path("text").asString()))
                .containsExactly("Clear it", "Listen");
        assertThat(open.path(0).path("stocktake").asString()).isEqualTo("2024-11");
        assertThat(open.path(0).path("actionStates").path("PA3-01").asString()).isEqualTo("AGREED");
        assertThat(open.path(1).has("response")).isFalse();
    }

    @Test
    void of_the_first_stocktake_has_no_changes() {
        JsonNode first = service.json(ROOT + "/stocktakes/2024-11/pack");
        assertThat(first.has("previous")).isFalse();
        assertThat(first.has("changes")).isFalse();
        assertThat(first.path("state").path("milestones").path(0).path("rating").asString())
                .isEqualTo("OFF_TRACK");
    }

    @Test
    void is_there_only_once_it_is_frozen() {
        HttpResponse<String> answer = service.get(ROOT + "/stocktakes/2025-07/pack");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("stocktake.not-frozen", "2025-07");
        assertThat(service.get(ROOT + "/stocktakes/x/pack").statusCode()).isEqualTo(404);
        assertThat(service.get("/api/v1/plans/nowhere/stocktakes/x/pack").body())
                .contains("plan.unknown");
    }

    /** A change of one byte makes another format, and this file stays for the old one. */
    @Test
    void is_written_as_approved() throws IOException {
        String written = pack.replaceAll("\"20\\d\\d-[0-9T:.-]+Z\"", "\"when it was recorded\"")
                .replaceAll("\"checkpoint\":\"[^\"]*\"", "\"checkpoint\":\"signed\"");
        Path approved = Path.of("src/test/resources/approved/pack-" + Pack.FORMAT + ".json");
        if (!Files.exists(approved) || !Files.readString(approved).equals(written)) {
            Path proposed = Files.createDirectories(Path.of("target/approved")).resolve(approved.getFileName());
            Files.writeString(proposed, written);
        }
        assertThat(approved).as("else compare with what is in target/approved").hasContent(written);
    }

    @Test
    void is_the_same_byte_for_byte_whatever_is_recorded_later() {
        HttpResponse<String> before = service.get(ROOT + "/stocktakes/2025-02/pack");
        service.append(
                List.of(
                        progress("2025-02-01", Rating.AT_RISK, 40),
                        reopened("2025-02-12"),
                        responded(VOICE, "2025-02-02", "And more"),
                        measured("reviews-late", "2024-12", "Board papers", Reading.exactly("80")),
                        new RiskClosed(PLAN, RISK, date("2025-02-01"), ErasableText.of("Gone")),
                        new ActionAmended(PLAN, ACTION, details("Another title", "PA1")),
                        validated("E-2", "2025-02-03"),
                        scored(RISK, "2025-01-01", 1, 1),
                        answered(NOVEMBER, "2025-01-12", 2, Answer.ACCEPTED, ACTION),
                        feedback(STOCKTAKE, "2025-02-14", FeedbackStage.INITIAL),
                        scheduled(LATER, StocktakeKind.DEEP_DIVE),
                        frozen(LATER, "2025-02-14")),
                OFFICE);

        HttpResponse<String> after = service.get(ROOT + "/stocktakes/2025-02/pack");
        assertThat(after.body()).isEqualTo(before.body()).isEqualTo(pack);
        assertThat(after.headers().firstValue("ETag"))
                .isEqualTo(before.headers().firstValue("ETag"))
                .get()
                .asString()
                .matches("\"[0-9a-f]{64}\"");

        for (String projection : EverySlice.projections()) service.replay(projection);
        assertThat(service.get(ROOT + "/stocktakes/2025-02/pack").body()).isEqualTo(pack);
        assertThat(service.get(ROOT + "/stocktakes/2025-08/pack").body()).isNotEqualTo(pack);
    }
}

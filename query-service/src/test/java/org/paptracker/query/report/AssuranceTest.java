package org.paptracker.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.*;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.query.QueryService;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.Rating;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.risk.RiskCode;
import tools.jackson.databind.JsonNode;

/** February 2025, as the board reads it. */
class AssuranceTest {
    private static final String REPORT = "/api/v1/plans/oxfordshire-pap/reports/assurance";
    private static final MilestoneCode DONE = new MilestoneCode("PA3-01.2");
    private static final MilestoneCode CLAIMED = new MilestoneCode("PA3-01.3");
    private static final MilestoneCode LATE = new MilestoneCode("PA3-01.4");
    private static final MilestoneCode NEXT = new MilestoneCode("PA3-01.5");
    private static final RiskCode CLOSED = new RiskCode("R-02");
    private static final RiskCode LONG_CLOSED = new RiskCode("R-03");
    private static final DecisionId OLD = new DecisionId("D-00");

    private static QueryService service;
    private static JsonNode february;

    @BeforeAll
    static void tell() {
        service = QueryService.shared(AssuranceTest.class);
        service.append(
                List.of(
                        plan(),
                        agreed(ACTION, "PA3"),
                        milestone(ACTION, MILESTONE, "2025-06-30"),
                        milestone(ACTION, DONE, "2025-02-28"),
                        milestone(ACTION, CLAIMED, "2025-05-31"),
                        milestone(ACTION, LATE, "2025-02-14"),
                        milestone(ACTION, NEXT, "2025-03-15"),
                        assessed("2025-01-15", Assessor.BOARD, Rating.ON_TRACK),
                        submitted("E-1", EvidenceLevel.OUTCOME, subject(SubjectType.MILESTONE, "PA3-01.2")),
                        submitted("E-2", EvidenceLevel.OUTPUT, subject(SubjectType.AREA, "PA3")),
                        identified(RISK, "2025-01-10", "PA3"),
                        scored(RISK, "2025-01-10", 2, 3),
                        identified(CLOSED, "2025-01-10", "PA3"),
                        identified(LONG_CLOSED, "2024-01-10", "PA3"),
                        new RiskClosed(PLAN, LONG_CLOSED, date("2024-05-01"), ErasableText.of("Gone")),
                        made(OLD, "2024-12-01", "SIAB", null)),
                OFFICE);
        service.append(
                List.of(
                        assessed("2025-02-20", Assessor.BOARD, Rating.OFF_TRACK),
                        forecast("2025-02-20", "2025-07-31"),
                        proposed("2025-02-21", "2025-07-31"),
                        claimed(DONE, "2025-02-10"),
                        claimed(CLAIMED, "2025-02-11"),
                        scored(RISK, "2025-02-20", 4, 5),
                        escalated(RISK, "2025-02-21", "SIAB"),
                        new RiskClosed(PLAN, CLOSED, date("2025-02-05"), ErasableText.of("Gone")),
                        made(DECISION, "2025-02-13", "SIAB", "2025-04", "PA3"),
                        proposed(new DecisionId("D-09"), "2025-02-14", "SIAB", "PA3")),
                LEAD);
        service.append(
                List.of(
                        new CompletionVerified(PLAN, ACTION, DONE, date("2025-02-12"), null),
                        validated("E-1", "2025-02-15"),
                        validated("E-2", "2025-03-02"),
                        progress("2025-03-05", Rating.ON_TRACK, 50)),
                OFFICE);
        february = service.json(REPORT + "?from=2025-01-31&to=2025-02-28");
    }

    private static CompletionClaimed claimed(MilestoneCode milestone, String on) {
        return new CompletionClaimed(PLAN, ACTION, milestone, date(on), ErasableText.of("Done"), List.of(), null);
    }

    private static List<String> codes(String list) {
        return StreamSupport.stream(february.path(list).spliterator(), false)
                .map(each -> each.path("milestone").asString())
                .toList();
    }

    @Test
    void says_which_period_it_is_about() {
        assertThat(february.path("plan").asString()).isEqualTo(service.plan());
        assertThat(february.path("title").asString()).isEqualTo("Priority action plan");
        assertThat(february.path("from").asString()).isEqualTo("2025-01-31");
        assertThat(february.path("to").asString()).isEqualTo("2025-02-28");
    }

    @Test
    void counts_ratings_before_and_after() {
        JsonNode area = february.path("ratings").path(1);
        assertThat(area.path("area").asString()).isEqualTo("PA3");
        assertThat(area.path("before").path("ON_TRACK").asLong()).isEqualTo(1);
        assertThat(area.path("after").path("ON_TRACK").asLong()).isZero();
        assertThat(area.path("after").path("OFF_TRACK").asLong()).isEqualTo(1);
    }

    @Test
    void says_whose_rating_moved() {
        assertThat(codes("moved")).containsExactly("PA3-01.1");
        assertThat(february.path("moved").path(0).path("before").asString()).isEqualTo("ON_TRACK");
        assertThat(february.path("moved").path(0).path("after").asString()).isEqualTo("OFF_TRACK");
        assertThat(february.path("moved").path(0).path("title").asString()).isEqualTo("Backlog cleared");
    }

    @Test
    void says_what_was_done_and_how_well_it_is_shown() {
        assertThat(codes("done")).containsExactly("PA3-01.2");
        assertThat(february.path("done").path(0).path("completedOn").asString()).isEqualTo("2025-02-10");
        assertThat(february.path("done").path(0).path("strongestEvidence").asString())
                .isEqualTo("OUTCOME");
    }

    @Test
    void says_what_slipped_and_by_how_much() {
        assertThat(codes("slipped")).containsExactly("PA3-01.1", "PA3-01.4");
        assertThat(february.path("slipped").path(0).path("days").asLong()).isEqualTo(31);
        assertThat(february.path("slipped").path(1).path("slippedDays").asLong())
                .isEqualTo(14);
    }

    @Test
    void says_what_is_overdue_and_what_comes_next() {
        assertThat(codes("overdue")).containsExactly("PA3-01.4");
        assertThat(codes("next")).containsExactly("PA3-01.5");
        assertThat(february.path("next").path(0).path("dueOn").asString()).isEqualTo("2025-03-15");
    }

    @Test
    void shows_the_risks_that_live_or_ended_in_the_period() {
        JsonNode risks = february.path("risks");
        assertThat(StreamSupport.stream(risks.spliterator(), false)
                        .map(risk -> risk.path("code").asString()))
                .containsExactly("R-01", "R-02");
        assertThat(risks.path(0).path("scoreBefore").asInt()).isEqualTo(6);
        assertThat(risks.path(0).path("score").asInt()).isEqualTo(20);
        assertThat(risks.path(1).path("state").asString()).isEqualTo("CLOSED");
        assertThat(risks.path(1).has("scoreBefore")).isFalse();
    }

    @Test
    void shows_what_evidence_came_to_stand() {
        JsonNode evidence = february.path("evidence");
        assertThat(StreamSupport.stream(evidence.path("validated").spliterator(), false)
                        .map(each -> each.path("code").asString()))
                .containsExactly("E-1");
        assertThat(evidence.has("coverageBefore")).isFalse();
        assertThat(evidence.path("coverageAfter").asDouble()).isEqualTo(1.0);
        assertThat(evidence.path("gapsAfter").path("COMPLETE_BUT_UNEVIDENCED").asLong())
                .isZero();
    }

    @Test
    void shows_the_decisions_made_or_moved_in_the_period() {
        assertThat(StreamSupport.stream(february.path("decisions").spliterator(), false)
                        .map(decision -> decision.path("code").asString()))
                .containsExactly("D-01");
    }

    @Test
    void says_what_waits_for_a_decision() {
        assertThat(StreamSupport.stream(february.path("askedFor").spliterator(), false)
                        .map(asked -> asked.path("sentence").asString()))
                .containsExactly(
                        "Approve or refuse 31 July 2025 as the new due date of the milestone PA3-01.1: Backlog cleared.",
                        "Verify or reject that the milestone PA3-01.3 is complete: Backlog cleared.",
                        "Decide what is to be done about the risk R-01: Funding runs out.",
                        "Decide on the proposal D-09: Sign a memorandum.");
        assertThat(february.path("askedFor").path(3).path("decision").asString())
                .isEqualTo("D-09");
        assertThat(february.path("askedFor").path(0).path("reasonCode").asString())
                .isEqualTo("CAPACITY");
    }

    @Test
    void leaves_out_what_was_not_known_by_then() {
        JsonNode nothingKnown = service.json(REPORT + "?from=2025-01-31&to=2025-02-28&knownAt=2100-01-01");
        assertThat(nothingKnown).isEqualTo(february);
        assertThat(service.get(REPORT + "?to=2025-02-28&knownAt=2020-01-01").statusCode())
                .isEqualTo(404);
    }

    @Test
    void is_about_the_month_before_if_nothing_else_is_asked() {
        JsonNode march = service.json(REPORT + "?to=2025-03-28");
        assertThat(march.path("from").asString()).isEqualTo("2025-02-28");
        JsonNode latest = service.json(REPORT);
        assertThat(latest.path("to").asString()).isGreaterThan("2025-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=2025-03-01&to=2025-02-28", "?from=soon", "?to=2025-13", "?knownAt=then"})
    void what_cannot_be_asked_is_400(String query) {
        assertThat(service.get(REPORT + query).statusCode()).isEqualTo(400);
    }
}

package org.paptracker.query.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.claimed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.details;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;
import static org.paptracker.query.History.verified;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.query.QueryService;
import org.paptracker.query.Records;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanType;
import tools.jackson.databind.JsonNode;

/**
 * The priority action plan gives way to an improvement plan on 1 May 2025. Of PA3-01 one milestone is verified and one
 * is not; on 12 May it moves, as IP-07. PA3-02 is cancelled and stays. The improvement plan has an action PA3-02 of its own.
 */
class PlanToPlanTest {
    private static final PlanId NEXT = new PlanId("improvement-plan");
    private static final PlanId BYSTANDER = new PlanId("another-plan");
    private static final ActionCode MOVED = new ActionCode("IP-07");
    private static final ActionCode SAME_CODE = new ActionCode("PA3-02");
    private static final MilestoneCode OPEN = new MilestoneCode("PA3-01.2");
    private static final String OLD_ROOT = "/api/v1/plans/oxfordshire-pap";
    private static final String NEW_ROOT = "/api/v1/plans/improvement-plan";

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(
                List.of(
                        plan(),
                        agreed(ACTION, "PA1", "PA3"),
                        milestone(ACTION, MILESTONE, "2025-01"),
                        milestone(ACTION, OPEN, "2025-04"),
                        agreed(SAME_CODE, "PA1"),
                        new ActionStarted(PLAN, ACTION, date("2024-02"), null),
                        new ActionCancelled(PLAN, SAME_CODE, date("2024-05"), ErasableText.of("Merged"))),
                OFFICE);
        service.append(List.of(claimed("2025-01-20"), progressOn(OPEN, "2025-02-13")), LEAD);
        service.append(List.of(verified("2025-01-25"), next(), bystander()), OFFICE);
        service.append(
                List.of(
                        new PlanSuperseded(PLAN, date("2025-05-01"), NEXT, null),
                        new PlanTookOver(NEXT, date("2025-05-01"), PLAN)),
                OFFICE);
        service.append(
                List.of(
                        new ActionTransferred(
                                PLAN, ACTION, date("2025-05-12"), NEXT, MOVED, ErasableText.of("Goes on")),
                        new ActionReceived(
                                NEXT,
                                MOVED,
                                date("2025-05-12"),
                                PLAN,
                                ACTION,
                                in("A1"),
                                ActionState.IN_PROGRESS,
                                List.of(new CarriedMilestone(
                                        OPEN,
                                        new MilestoneDetails("Backlog cleared", List.of(), date("2025-04"), true),
                                        date("2025-04"),
                                        null,
                                        MilestoneState.IN_PROGRESS))),
                        new ActionEvent.ActionAgreed(NEXT, SAME_CODE, in("A1")),
                        new MilestoneAdded(
                                NEXT,
                                SAME_CODE,
                                new MilestoneCode("PA3-02.1"),
                                new MilestoneDetails("New work", List.of(), date("2099-12"), false)),
                        new MilestoneProgressRecorded(
                                NEXT,
                                MOVED,
                                OPEN,
                                date("2025-06-13"),
                                ErasableText.of("Nearly"),
                                90,
                                Rating.AT_RISK,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)),
                OFFICE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static MilestoneProgressRecorded progressOn(MilestoneCode milestone, String on) {
        MilestoneProgressRecorded like = progress(on, Rating.ON_TRACK, 40);
        return new MilestoneProgressRecorded(
                PLAN,
                ACTION,
                milestone,
                like.effectiveOn(),
                like.note(),
                like.percentComplete(),
                like.rating(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ActionDetails in(String area) {
        return Records.with(details("Clear the backlog", area), "themes", Collections.emptySortedSet());
    }

    private static PlanRegistered next() {
        PlanDetails like = plan().details();
        return new PlanRegistered(
                NEXT,
                new PlanDetails(
                        "Improvement plan",
                        PlanType.IMPROVEMENT_PLAN,
                        like.localArea(),
                        null,
                        null,
                        null,
                        like.organisations(),
                        List.of(new Area(
                                new AreaCode("A1"), AreaKind.IMPROVEMENT, 1, "Access", new OrganisationCode("OCC"))),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }

    private static PlanRegistered bystander() {
        return new PlanRegistered(BYSTANDER, next().details());
    }

    private static Stream<JsonNode> items(String path) {
        return StreamSupport.stream(service.json(path).path("items").spliterator(), false);
    }

    private static List<String> placed(String path) {
        return items(path)
                .map(item ->
                        item.path("plan").asString() + " " + item.path("code").asString())
                .toList();
    }

    private static List<String> sentences(String path) {
        return items(path).map(item -> item.path("sentence").asString()).toList();
    }

    @Test
    void the_plans_name_each_other() {
        assertThat(service.json(OLD_ROOT).path("supersededBy").asString()).isEqualTo("improvement-plan");
        assertThat(service.json(NEW_ROOT).path("supersedes").asString()).isEqualTo("oxfordshire-pap");
        assertThat(service.json(NEW_ROOT).has("supersededBy")).isFalse();
        assertThat(service.json(OLD_ROOT + "?effectiveAt=2025-04-30").has("supersededBy"))
                .isFalse();
    }

    @Test
    void the_action_says_at_either_end_where_it_went_and_came_from() {
        JsonNode old = service.json(OLD_ROOT + "/actions/PA3-01");
        assertThat(old.path("state").asString()).isEqualTo("TRANSFERRED");
        assertThat(old.path("transferredTo").toString())
                .isEqualTo("{\"plan\":\"improvement-plan\",\"action\":\"IP-07\"}");
        assertThat(old.path("stateSince").asString()).isEqualTo("2025-05-12");
        assertThat(old.path("stateReason").asString()).isEqualTo("Goes on");

        JsonNode moved = service.json(NEW_ROOT + "/actions/IP-07");
        assertThat(moved.path("continues").toString())
                .isEqualTo("{\"plan\":\"oxfordshire-pap\",\"action\":\"PA3-01\",\"on\":\"2025-05-12\"}");
        assertThat(moved.path("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(moved.path("milestones").size()).isEqualTo(1);
        assertThat(moved.path("milestones").path(0).path("baselineDueOn").asString())
                .isEqualTo("2025-04");
        assertThat(moved.path("overdue").asInt()).isEqualTo(1);
    }

    @Test
    void before_the_day_of_the_transfer_it_stands_in_the_old_plan_only() {
        assertThat(service.json(OLD_ROOT + "/actions/PA3-01?effectiveAt=2025-05-11")
                        .path("state")
                        .asString())
                .isEqualTo("IN_PROGRESS");
        assertThat(service.get(NEW_ROOT + "/actions/IP-07?effectiveAt=2025-05-11")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.get(NEW_ROOT + "/actions/IP-07?effectiveAt=2025-05-12")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/plans/oxfordshire-pap", "/api/v1/plans/improvement-plan"})
    void across_plans_each_action_counts_once_where_it_is_now(String root) {
        assertThat(placed(root + "/actions?acrossPlans=true"))
                .containsExactly("improvement-plan IP-07", "improvement-plan PA3-02", "oxfordshire-pap PA3-02");
        assertThat(placed(root + "/actions?acrossPlans=true&effectiveAt=2025-05-11"))
                .containsExactly("oxfordshire-pap PA3-01", "improvement-plan PA3-02", "oxfordshire-pap PA3-02");
        assertThat(placed(root + "/milestones?acrossPlans=true"))
                .containsExactly("oxfordshire-pap PA3-01.1", "improvement-plan PA3-01.2", "improvement-plan PA3-02.1");
        assertThat(placed(root + "/milestones?acrossPlans=true&action=IP-07"))
                .containsExactly("oxfordshire-pap PA3-01.1", "improvement-plan PA3-01.2");
    }

    @Test
    void a_plan_that_nobody_took_over_stands_alone() {
        assertThat(placed("/api/v1/plans/another-plan/actions?acrossPlans=true"))
                .isEmpty();
        assertThat(service.json("/api/v1/plans/another-plan/progress?acrossPlans=true")
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void without_it_each_plan_answers_for_itself() {
        assertThat(placed(OLD_ROOT + "/actions")).containsExactly("oxfordshire-pap PA3-01", "oxfordshire-pap PA3-02");
        assertThat(placed(OLD_ROOT + "/milestones"))
                .containsExactly("oxfordshire-pap PA3-01.1", "oxfordshire-pap PA3-01.2");
        assertThat(service.json(NEW_ROOT + "/progress")
                        .path("total")
                        .path("milestones")
                        .path("byState")
                        .path("VERIFIED")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"actions, 3", "milestones, 3"})
    void pages_across_plans_have_no_gap_and_no_repeat(String list, int size) {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null && paged.size() <= size) {
            String path = OLD_ROOT + "/" + list + "?acrossPlans=true&limit=1" + cursor;
            paged.addAll(placed(path));
            JsonNode next = service.json(path).path("next");
            cursor = next.isString() ? "&cursor=" + next.asString() : null;
        }
        assertThat(paged).isEqualTo(placed(OLD_ROOT + "/" + list + "?acrossPlans=true"));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/plans/oxfordshire-pap", "/api/v1/plans/improvement-plan"})
    void a_report_that_spans_both_counts_what_was_finished_before_the_move(String root) {
        JsonNode report = service.json(root + "/progress?acrossPlans=true");
        assertThat(report.path("total").path("actions").asInt()).isEqualTo(2);
        JsonNode states = report.path("total").path("milestones").path("byState");
        assertThat(states.path("VERIFIED").asInt()).isEqualTo(1);
        assertThat(states.path("IN_PROGRESS").asInt()).isEqualTo(1);
        assertThat(states.path("PLANNED").asInt()).isEqualTo(1);
        assertThat(report.path("total").path("overdue").asInt()).isEqualTo(1);
        assertThat(report.path("total").path("evidence").path("complete").asInt())
                .isEqualTo(1);
        assertThat(placed(root + "/progress?acrossPlans=true"))
                .containsExactly("oxfordshire-pap PA1", "oxfordshire-pap PA3", "improvement-plan A1");
        assertThat(report.path("items").path(2).path("milestones").path("total").asInt())
                .isEqualTo(3);
        assertThat(report.path("items").path(1).path("milestones").path("total").asInt())
                .isZero();

        JsonNode before = service.json(root + "/progress?acrossPlans=true&effectiveAt=2025-05-11");
        assertThat(before.path("items").path(1).path("milestones").path("total").asInt())
                .isEqualTo(2);
        assertThat(before.path("total").path("milestones").path("total").asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans/oxfordshire-pap, action:PA3-01",
        "/api/v1/plans/improvement-plan, action:IP-07",
        "/api/v1/plans/improvement-plan, IP-07"
    })
    void the_history_of_an_action_is_one_from_either_end(String root, String subject) {
        assertThat(sentences(root + "/audit?acrossPlans=true&subject=" + subject))
                .containsExactly(
                        "The action IP-07 came over from the plan oxfordshire-pap, where it was PA3-01,"
                                + " with 1 unfinished milestone, effective 12 May 2025.",
                        "The action PA3-01 was transferred to the plan improvement-plan as IP-07, effective 12 May 2025.",
                        "The action PA3-01 started, effective February 2024.",
                        "The action PA3-01 was agreed: Clear the backlog.");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/plans/oxfordshire-pap", "/api/v1/plans/improvement-plan"})
    void the_history_of_a_milestone_is_one_from_either_end(String root) {
        assertThat(items(root + "/audit?acrossPlans=true&subject=milestone:PA3-01.2")
                        .map(item -> item.path("plan").asString() + " "
                                + item.path("type").asString()))
                .containsExactly(
                        "improvement-plan milestone-progress-recorded",
                        "oxfordshire-pap milestone-progress-recorded",
                        "oxfordshire-pap milestone-added");
        assertThat(sentences(root + "/audit?acrossPlans=true&subject=PA3-01.1")).hasSize(3);
    }

    @Test
    void the_same_code_in_the_other_plan_is_another_action() {
        assertThat(items(NEW_ROOT + "/audit?acrossPlans=true&subject=action:PA3-02")
                        .map(item -> item.path("plan").asString()))
                .containsExactly("improvement-plan");
    }

    @Test
    void the_whole_history_spans_the_line_and_nothing_else() {
        assertThat(items(NEW_ROOT + "/audit?acrossPlans=true&limit=200")
                        .map(item -> item.path("plan").asString()))
                .contains("improvement-plan", "oxfordshire-pap")
                .doesNotContain("another-plan");
        assertThat(items(NEW_ROOT + "/audit?limit=200")
                        .map(item -> item.path("plan").asString()))
                .containsOnly("improvement-plan");
        String csv = service.get(NEW_ROOT + "/audit?acrossPlans=true&subject=IP-07", "Accept", "text/csv")
                .body();
        assertThat(CsvReader.builder().ofNamedCsvRecord(csv).stream().map(row -> row.getField("plan")))
                .containsExactly("improvement-plan", "oxfordshire-pap", "oxfordshire-pap", "oxfordshire-pap");
    }

    @Test
    void changes_span_both_and_keep_the_same_code_of_two_plans_apart() {
        assertThat(items(OLD_ROOT + "/changes?acrossPlans=true&from=position:0")
                        .filter(item ->
                                item.path("subject").path("code").asString().equals("PA3-02"))
                        .map(item -> item.path("plan").asString()))
                .containsExactly("oxfordshire-pap", "improvement-plan");
        assertThat(items(OLD_ROOT + "/changes?from=position:0")
                        .map(item -> item.path("plan").asString()))
                .containsOnly("oxfordshire-pap");
    }

    @Test
    void changes_tell_of_a_milestone_that_came_along_from_the_moment_it_came() {
        JsonNode came = milestoneChanged("?from=position:15&to=position:16");
        JsonNode then = milestoneChanged("?from=position:16");
        JsonNode both = milestoneChanged("?from=position:15");

        assertThat(positions(came)).containsExactly(16L);
        assertThat(came.path("said").path(0).path("sentence").asString())
                .contains("came over from the plan oxfordshire-pap");
        assertThat(before(came, "state")).isEmpty();
        assertThat(positions(then)).containsExactly(19L);
        assertThat(before(then, "state")).as("it was in progress all along").isNull();
        assertThat(positions(both)).containsExactly(16L, 19L);
        assertThat(before(both, "state")).isEmpty();
    }

    private static JsonNode milestoneChanged(String query) {
        return StreamSupport.stream(
                        service.json(NEW_ROOT + "/changes" + query)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(changed -> changed.at("/subject/action").asString("").equals(MOVED.value()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> positions(JsonNode changed) {
        return StreamSupport.stream(changed.path("said").spliterator(), false)
                .map(said -> said.path("position").asLong())
                .toList();
    }

    /** Null if the field is not among the changes; empty if it was absent. */
    private static String before(JsonNode changed, String field) {
        return StreamSupport.stream(changed.path("changes").spliterator(), false)
                .filter(change -> change.path("field").asString().equals(field))
                .map(change -> change.path("before").asString(""))
                .findFirst()
                .orElse(null);
    }

    @Test
    void what_was_finished_without_proof_still_is_a_gap_after_the_move() {
        assertThat(items(OLD_ROOT + "/evidence/gaps?kind=COMPLETE_BUT_UNEVIDENCED"))
                .hasSize(1);
    }

    @Test
    void only_true_and_false_are_answers_to_whether() {
        assertThat(service.get(OLD_ROOT + "/actions?acrossPlans=perhaps").statusCode())
                .isEqualTo(400);
    }
}

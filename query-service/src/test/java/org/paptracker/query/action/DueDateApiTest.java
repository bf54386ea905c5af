package org.paptracker.query.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.approved;
import static org.paptracker.query.History.claimed;
import static org.paptracker.query.History.forecast;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.proposed;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.query.QueryService;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import tools.jackson.databind.JsonNode;

/** How did this date move? */
class DueDateApiTest {
    private static final String PATH = "/api/v1/plans/oxfordshire-pap/due-dates";
    private static final ActionCode OTHER = new ActionCode("PA1-01");

    private static QueryService service;
    private static long before;

    @BeforeAll
    static void start() {
        service = QueryService.shared(DueDateApiTest.class);
        before = service.position();
        service.append(List.of(plan()), OFFICE);
        service.append(List.of(agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2025-01")), OFFICE);
        service.append(List.of(agreed(OTHER, "PA1"), milestone(OTHER, new MilestoneCode("X"), "2025-04")), OFFICE);
        service.append(
                List.of(new MilestoneAdded(
                        PLAN, OTHER, new MilestoneCode("U"), new MilestoneDetails("Undated", List.of(), null, false))),
                OFFICE);
        service.append(List.of(forecast("2025-01-10", "2025-03"), proposed("2025-01-15", "2025-02")), LEAD);
        service.append(List.of(approved("2025-01-20", "2025-02")), OFFICE);
        service.append(List.of(claimed("2025-03-05")), LEAD);
        service.awaitViews();
    }

    private static List<String> at(JsonNode list, String field) {
        List<String> found = new ArrayList<>();
        list.forEach(item -> found.add(item.at(field).asString()));
        return found;
    }

    @Test
    void one_question_tells_the_whole_history_of_a_date() {
        JsonNode page = service.json(PATH + "?milestone=PA3-01.1");
        assertThat(page.path("items").size()).isEqualTo(1);
        JsonNode item = page.at("/items/0");

        assertThat(item.path("action").asString()).isEqualTo("PA3-01");
        assertThat(at(item.path("dueDates"), "/kind"))
                .containsExactly("BASELINE", "FORECAST", "PROPOSED", "APPROVED", "COMPLETED");
        assertThat(at(item.path("dueDates"), "/date"))
                .containsExactly("2025-01", "2025-03", "2025-02", "2025-02", "2025-03-05");
        assertThat(at(item.path("dueDates"), "/by"))
                .containsExactly("office", "lead-t2", "lead-t2", "office", "lead-t2");
        assertThat(item.at("/dueDates/2/reasonCode").asString()).isEqualTo("CAPACITY");
        assertThat(item.at("/dueDates/2/reason").asString()).isEqualTo("Two posts are vacant");
        assertThat(item.at("/dueDates/0").has("effectiveOn")).isFalse();
        assertThat(item.at("/dueDates/1/effectiveOn").asString()).isEqualTo("2025-01-10");
        assertThat(item.at("/dueDates/0/position").asLong()).isEqualTo(before + 3);
        assertThat(item.at("/dueDates/0/recordedAt").asString()).endsWith("Z");
    }

    @Test
    void the_four_dates_and_the_slip_against_each_stand_beside_it() {
        JsonNode item = service.json(PATH + "?milestone=PA3-01.1").at("/items/0");

        assertThat(item.path("baselineDueOn").asString()).isEqualTo("2025-01");
        assertThat(item.path("approvedDueOn").asString()).isEqualTo("2025-02");
        assertThat(item.path("forecastDueOn").asString()).isEqualTo("2025-03");
        assertThat(item.path("completedOn").asString()).isEqualTo("2025-03-05");
        assertThat(item.at("/slip/againstBaseline").asInt()).isEqualTo(33);
        assertThat(item.at("/slip/againstApproved").asInt()).isEqualTo(5);
        assertThat(item.at("/slip/againstForecast").asInt()).isEqualTo(-26);
        assertThat(service.json("/api/v1/plans/oxfordshire-pap/milestones?action=PA3-01")
                        .at("/items/0/slip/againstApproved")
                        .asInt())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | PA3-01.1 X
            ?area=PA1                       | X
            ?theme=T2                       | PA3-01.1 X
            ?theme=T1                       |
            ?action=PA3-01                  | PA3-01.1
            ?milestone=X                    | X
            ?milestone=U                    |
            """)
    void narrowed_as_asked_and_without_those_of_whose_date_nobody_spoke(String query, String expected) {
        List<String> codes = expected == null ? List.of() : List.of(expected.split(" ", -1));
        assertThat(at(service.json(PATH + query).path("items"), "/milestone")).isEqualTo(codes);
    }

    @Test
    void as_at_a_day_it_had_moved_only_so_far() {
        JsonNode then = service.json(PATH + "?milestone=PA3-01.1&effectiveAt=2025-01-15")
                .at("/items/0");

        assertThat(at(then.path("dueDates"), "/kind")).containsExactly("BASELINE", "FORECAST", "PROPOSED");
        assertThat(then.has("completedOn")).isFalse();
        assertThat(then.at("/slip/againstBaseline").asInt()).isEqualTo(59);
    }

    @Test
    void is_paged_and_knows_its_plans() {
        JsonNode first = service.json(PATH + "?limit=1");
        assertThat(at(first.path("items"), "/milestone")).containsExactly("PA3-01.1");
        JsonNode second =
                service.json(PATH + "?limit=1&cursor=" + first.path("next").asString());
        assertThat(at(second.path("items"), "/milestone")).containsExactly("X");
        assertThat(second.has("next")).isFalse();
        assertThat(service.get("/api/v1/plans/nowhere/due-dates").statusCode()).isEqualTo(404);
    }

    @Test
    void the_history_of_the_plan_says_each_step_once() {
        JsonNode entry = service.json("/api/v1/plans/oxfordshire-pap/audit?type=milestone-due-date-forecast")
                .at("/items/0");

        assertThat(entry.path("changes").toString()).contains("forecastDueOn").doesNotContain("dueDates");
    }
}

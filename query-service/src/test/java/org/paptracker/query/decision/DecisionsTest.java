package org.paptracker.query.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.DECISION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.decided;
import static org.paptracker.query.History.deferred;
import static org.paptracker.query.History.implemented;
import static org.paptracker.query.History.made;
import static org.paptracker.query.History.plan;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.query.PartsOfAPlan;
import org.paptracker.query.Records;
import org.paptracker.values.Visibility;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.meeting.MeetingDetails;
import org.paptracker.values.plan.BoardCode;
import tools.jackson.databind.JsonNode;

/** Over HTTP: one decision done, one put off and overdue, one without a due date. */
class DecisionsTest extends PartsOfAPlan {
    private static final DecisionId SECOND = new DecisionId("D-02");
    private static final DecisionId THIRD = new DecisionId("D-03");
    private static final MeetingCode MEETING = new MeetingCode("PDG-1");

    DecisionsTest() {
        super("decisions", "decision", "D-01", "D-02", "D-03");
    }

    private static DecisionDetails atTheMeeting() {
        return Records.with(decided("Sign a memorandum", "2025-02", "PDG", null), "meeting", MEETING);
    }

    private static MeetingPlanned meeting(Visibility visibility) {
        return new MeetingPlanned(
                PLAN, MEETING, new MeetingDetails(new BoardCode("PDG"), date("2025-02"), null, List.of(), visibility));
    }

    @BeforeAll
    static void tell() {
        service.append(
                List.of(
                        plan(),
                        made(DECISION, "2025-02-13", "SIAB", "2025-03-31", "PA1", "PA3"),
                        made(SECOND, "2025-02-13", "SIAB", "2025-04", "PA1"),
                        new DecisionMade(PLAN, THIRD, atTheMeeting()),
                        meeting(Visibility.RESTRICTED)),
                OFFICE);
        service.append(List.of(implemented(DECISION, "2025-04-10"), deferred(SECOND, "2025-04-10", "2099-01")), LEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "'',D-01 D-02 D-03",
        "?state=MADE,D-03",
        "?state=IMPLEMENTED,D-01",
        "?state=DEFERRED,D-02",
        "?overdue=true,D-02",
        "?overdue=false,D-01 D-03",
        "?board=PDG,D-03",
        "?area=PA1,D-01 D-02",
        "?area=PA3&overdue=true,",
        "?theme=T2,D-01 D-02 D-03",
        "?theme=T1,",
        "?meeting=PDG-1,D-03",
        "?meeting=PDG-2,"
    })
    void are_narrowed_to(String query, String found) {
        assertFound(query, found);
    }

    @Test
    void one_is_shown_whole_with_its_version() {
        HttpResponse<String> answer = service.get(ROOT + "/decisions/D-01");
        JsonNode decision = service.parse(answer.body());

        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(decision.path("title").asString()).isEqualTo("Sign a memorandum");
        assertThat(decision.path("text").asString()).isEqualTo("The board decided so");
        assertThat(decision.path("decidedOn").asString()).isEqualTo("2025-02-13");
        assertThat(decision.path("overdue").asBoolean()).isFalse();
        assertThat(decision.path("implementation").path("by").asString()).isEqualTo("lead-t2");
        assertThat(decision.path("recordedBy").asString()).isEqualTo("office");
        assertThat(decision.path("actions").path(0).asString()).isEqualTo("PA3-01");
        assertThat(answer.body()).doesNotContain("digest", "salt", "null");
    }

    @Test
    void are_shown_as_they_were_true_on_a_day() {
        assertThat(codes("?effectiveAt=2025-02-12")).isEmpty();
        assertThat(codes("?effectiveAt=2025-02-13")).containsExactly("D-01", "D-02");
        assertThat(codes("?effectiveAt=2025-03-31&overdue=true")).isEmpty();
        assertThat(codes("?effectiveAt=2025-04-01&overdue=true")).containsExactly("D-01");
        JsonNode before = service.json(ROOT + "/decisions/D-01?effectiveAt=2025-04-01");
        assertThat(before.path("state").asString()).isEqualTo("MADE");
        assertThat(before.path("overdue").asBoolean()).isTrue();
        assertThat(service.get(ROOT + "/decisions/D-01?effectiveAt=2025-02-12").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=DONE", "?overdue=perhaps", "?cursor=!"})
    void what_cannot_be_asked_is_400(String query) {
        assertThat(service.get(ROOT + "/decisions" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void name_a_meeting_to_those_who_may_see_it() {
        String path = ROOT + "/decisions/D-03";
        assertThat(service.json(path).path("meeting").asString()).isEqualTo("PDG-1");
        assertThat(service.getAs("forum", path).body()).contains("D-03").doesNotContain("PDG-1");
        assertThat(service.getAs("forum", ROOT + "/decisions?meeting=PDG-1").body())
                .doesNotContain("D-03");
    }

    @Test
    void are_in_the_history() {
        JsonNode entries = service.json(ROOT + "/audit?subject=decision:D-02").path("items");
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .map(entry -> entry.path("sentence").asString()))
                .containsExactly(
                        "The decision D-02 was deferred until January 2099, effective 10 April 2025.",
                        "The decision D-02 was made by SIAB on 13 February 2025: Sign a memorandum.");
        assertThat(entries.path(0).path("reason").asString()).isEqualTo("Not yet agreed");
    }
}

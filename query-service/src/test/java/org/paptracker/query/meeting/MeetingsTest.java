package org.paptracker.query.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.plan;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.MeetingEvent.MeetingAmended;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.query.PartsOfAPlan;
import org.paptracker.values.Visibility;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.meeting.MeetingDetails;
import org.paptracker.values.plan.BoardCode;
import tools.jackson.databind.JsonNode;

/** Over HTTP: one meeting planned, then held; two that are planned, one of another board that keeps it to itself. */
class MeetingsTest extends PartsOfAPlan {
    private static final MeetingCode MARCH = new MeetingCode("2025-03");
    private static final String PLANNED = "The meeting 2025-03 of the board SIAB was planned for 6 March 2025.";
    private static final String HELD =
            "The details of the meeting 2025-03 of the board SIAB were amended: it was held on 13 March 2025.";

    /** Of the last entry before the first meeting was held. */
    private static long planned;

    MeetingsTest() {
        super("meetings", "meeting", "2025-03", "2025-05", "PDG-1");
    }

    private static MeetingDetails details(String board, String heldOn, String... present) {
        return new MeetingDetails(
                new BoardCode(board),
                date(heldOn),
                date("2025-02-27"),
                List.of(present),
                board.equals("SIAB") ? Visibility.PARTNERSHIP : Visibility.RESTRICTED);
    }

    private static MeetingPlanned planned(MeetingCode meeting, String board, String heldOn) {
        return new MeetingPlanned(PLAN, meeting, details(board, heldOn));
    }

    @BeforeAll
    static void tell() {
        service.append(
                List.of(
                        plan(),
                        planned(MARCH, "SIAB", "2025-03-06"),
                        planned(new MeetingCode("2025-05"), "SIAB", "2025-05"),
                        planned(new MeetingCode("PDG-1"), "PDG", "2025-04")),
                OFFICE);
        planned = service.position();
        service.append(
                List.of(new MeetingAmended(PLAN, MARCH, details("SIAB", "2025-03-13", "Chair", "Director"), null)),
                LEAD);
    }

    @ParameterizedTest
    @CsvSource({"'',2025-03 2025-05 PDG-1", "?board=SIAB,2025-03 2025-05", "?board=PDG,PDG-1", "?board=XYZ,"})
    void are_narrowed_to(String query, String found) {
        assertFound(query, found);
    }

    @Test
    void one_is_shown_whole_with_its_version() {
        HttpResponse<String> answer = service.get(ROOT + "/meetings/2025-03");
        JsonNode meeting = service.parse(answer.body());

        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(meeting.path("code").asString()).isEqualTo("2025-03");
        assertThat(meeting.path("board").asString()).isEqualTo("SIAB");
        assertThat(meeting.path("heldOn").asString()).isEqualTo("2025-03-13");
        assertThat(meeting.path("papersDueOn").asString()).isEqualTo("2025-02-27");
        assertThat(meeting.path("present").path(0).asString()).isEqualTo("Chair");
        assertThat(meeting.path("present").path(1).asString()).isEqualTo("Director");
        assertThat(meeting.path("visibility").asString()).isEqualTo("PARTNERSHIP");
        assertThat(answer.body()).doesNotContain("details", "null");
    }

    @Test
    void one_is_shown_as_it_was_known() {
        JsonNode before = service.json(ROOT + "/meetings/2025-03?knownAt=position:" + planned);
        assertThat(before.path("heldOn").asString()).isEqualTo("2025-03-06");
        assertThat(before.path("present")).isEmpty();
    }

    @Test
    void are_known_of_on_every_day_also_before_they_are_held() {
        assertThat(codes("?effectiveAt=2025-01-01")).containsExactly("2025-03", "2025-05", "PDG-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?cursor=!", "?limit=0", "?knownAt=perhaps"})
    void what_cannot_be_asked_is_400(String query) {
        assertThat(service.get(ROOT + "/meetings" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void are_for_those_who_may_see_them() {
        assertThat(service.getAs("forum", ROOT + "/meetings").body())
                .contains("2025-03", "2025-05")
                .doesNotContain("PDG");
    }

    @Test
    void are_in_the_history() {
        JsonNode entries = service.json(ROOT + "/audit?subject=meeting:2025-03").path("items");
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .map(entry -> entry.path("sentence").asString()))
                .containsExactly(HELD, PLANNED);
    }

    @Test
    void are_among_the_changes() {
        JsonNode changed =
                service.json(ROOT + "/changes?from=position:" + planned).path("items");
        assertThat(changed).hasSize(1);
        assertThat(changed.path(0).path("subject").path("code").asString()).isEqualTo("2025-03");
        assertThat(changed.path(0).path("said").path(0).path("sentence").asString())
                .isEqualTo(HELD);
        assertThat(StreamSupport.stream(changed.path(0).path("changes").spliterator(), false)
                        .map(change -> change.path("field").asString()))
                .containsExactly("heldOn", "present");
    }
}

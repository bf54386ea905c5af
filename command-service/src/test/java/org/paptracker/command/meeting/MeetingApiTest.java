package org.paptracker.command.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.values.Visibility;

class MeetingApiTest {
    private static final String MEETING = """
            {"board": "SIAB", "heldOn": "2025-02-13", "papersDueOn": "2025-02-06",
             "present": ["Chair", "Director of Children's Services"]}""";

    private static final String TO_COME = """
            {"board": "SIAB", "heldOn": "2099-03-06"}""";

    private final CommandService service = CommandService.shared();

    private static String stream(String meeting) {
        return meeting.replace("/api/v1/plans/", "meeting:").replace("/meetings/", "/");
    }

    private MeetingPlanned recorded(String meeting) {
        return (MeetingPlanned) service.stream(stream(meeting)).get(0).getPayload();
    }

    @Test
    void is_created_with_201_and_put_again_is_200_and_no_event() {
        String path = service.plan() + "/meetings/2025-02";
        service.put("office", path, MEETING).is(201);
        long before = service.position();
        Answer again = service.put("board", path, MEETING).is(200);
        assertThat(again.json().path("code").asString()).isEqualTo("2025-02");
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
        assertThat(service.position()).isEqualTo(before);
        assertThat(recorded(path).details().present()).containsExactly("Chair", "Director of Children's Services");
    }

    @Test
    void is_planned_without_papers_and_attendance_for_the_partnership() {
        String path = service.plan() + "/meetings/2099-03";
        service.put("board", path, TO_COME).is(201);
        assertThat(recorded(path).details())
                .returns(Visibility.PARTNERSHIP, details -> details.visibility())
                .returns(List.of(), details -> details.present())
                .returns(null, details -> details.papersDueOn());
    }

    @Test
    void is_amended_and_a_stale_version_is_412() {
        String path = service.plan() + "/meetings/2025-02";
        service.put("office", path, TO_COME).is(201);
        service.put("office", path, MEETING, "If-Match", "\"3\"").is(412, "stream.changed");
        Answer amended =
                service.put("office", path, MEETING, "If-Match", "\"0\"").is(200);
        assertThat(amended.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void is_refused_where_it_contradicts_itself_or_its_plan() {
        String path = service.plan() + "/meetings/x";
        service.put("office", path, MEETING.replace("\"SIAB\"", "\"PDG\"")).is(409, "meeting.unknown-board");
        service.put("office", path, MEETING.replace("2025-02-06", "2025-02-14")).is(409, "meeting.papers-due-after");
        service.put("office", path, MEETING.replace("2025-02-13", "2099-02-13")).is(409, "meeting.not-held-yet");
        service.put("office", "/api/v1/plans/nowhere/meetings/x", MEETING).is(404, "plan.unknown");
        service.put("lead-t1", path, MEETING).is(403, "request.forbidden");
    }

    @Test
    void names_every_field_that_is_missing_or_wrong() {
        String path = service.plan() + "/meetings/x";
        Answer empty = service.put("board", path, "{}").is(400, "request.missing-field");
        assertThat(empty.error("board")).isEqualTo("is missing");
        assertThat(empty.error("heldOn")).isEqualTo("is missing");
        service.put("board", path, MEETING.replace("\"Chair\"", "\" \"")).is(400, "request.invalid-value");
        service.put("board", service.plan() + "/meetings/-x", MEETING).is(400, "request.invalid-value");
    }
}

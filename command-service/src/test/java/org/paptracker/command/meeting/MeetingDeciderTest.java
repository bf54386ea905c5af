package org.paptracker.command.meeting;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.command.meeting.MeetingCommand.PlanMeeting;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.MeetingEvent;
import org.paptracker.events.MeetingEvent.MeetingAmended;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.meeting.MeetingDetails;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;

/** Today is 28 February 2025. */
class MeetingDeciderTest {
    private static final PlanId PLAN = new PlanId("oxfordshire-pap");
    private static final MeetingCode MEETING = new MeetingCode("2025-03");

    private static PlanTerms plan(PlanState state) {
        return new PlanTerms(state, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(new BoardCode("SIAB")));
    }

    private static Scenario<Meeting, MeetingCommand, MeetingEvent> in(PlanTerms plan, MeetingEvent... events) {
        return new Scenario<>(MeetingDecider.RULES).under(plan).given(events);
    }

    private static Scenario<Meeting, MeetingCommand, MeetingEvent> given(MeetingEvent... events) {
        return in(plan(PlanState.PUBLISHED), events);
    }

    private static MeetingDetails on(String day, String papersDueOn, String... present) {
        return new MeetingDetails(
                new BoardCode("SIAB"),
                BusinessDate.parse(day),
                papersDueOn == null ? null : BusinessDate.parse(papersDueOn),
                List.of(present),
                Visibility.PARTNERSHIP);
    }

    private static PlanMeeting put(MeetingDetails details) {
        return new PlanMeeting(PLAN, MEETING, details, null);
    }

    private static MeetingPlanned planned(MeetingDetails details) {
        return new MeetingPlanned(PLAN, MEETING, details);
    }

    private static MeetingAmended amended(MeetingDetails details) {
        return new MeetingAmended(PLAN, MEETING, details, null);
    }

    @Test
    void is_planned_for_a_day_to_come() {
        MeetingDetails march = on("2025-03-06", "2025-02-27");
        given().when(put(march)).then(planned(march));
    }

    @Test
    void is_recorded_after_it_was_held_with_the_roles_that_were_present() {
        MeetingDetails february = on("2025-02-13", null, "Chair", "Director of Children's Services");
        given().when(put(february)).then(planned(february));
    }

    @Test
    void again_with_other_content_amends_it() {
        MeetingDetails moved = on("2025-03-20", null);
        given(planned(on("2025-03-06", null))).when(put(moved)).then(amended(moved));
    }

    @Test
    void again_with_the_same_content_records_nothing() {
        MeetingDetails march = on("2025-03-06", "2025-02-27");
        given(planned(march)).when(put(march)).thenNothingMore();
        MeetingDetails moved = on("2025-03-20", null);
        given(planned(march), amended(moved)).when(put(moved)).thenNothingMore();
        in(plan(PlanState.CLOSED), planned(march)).when(put(march)).thenNothingMore();
    }

    @Test
    void is_refused_unless_the_plan_is_there_and_runs() {
        in(PlanTerms.FOLD.initial()).when(put(on("2025-03-06", null))).thenRefused("plan.unknown", "oxfordshire-pap");
        in(plan(PlanState.CLOSED)).when(put(on("2025-03-06", null))).thenRefused("plan.ended", "closed");
    }

    @Test
    void is_refused_for_a_board_that_the_plan_does_not_have() {
        MeetingDetails elsewhere = new MeetingDetails(
                new BoardCode("XYZ"), BusinessDate.parse("2025-03-06"), null, List.of(), Visibility.PARTNERSHIP);
        given().when(put(elsewhere)).thenRefused("meeting.unknown-board", "XYZ", "has SIAB");
    }

    @Test
    void is_refused_if_its_papers_are_due_after_it_is_held() {
        given().when(put(on("2025-03-06", "2025-03-07"))).thenRefused("meeting.papers-due-after", "2025-03");
        MeetingDetails sameDay = on("2025-03-06", "2025-03-06");
        given().when(put(sameDay)).then(planned(sameDay));
        MeetingDetails perhaps = on("2025-03", "2025-03-20");
        given().when(put(perhaps)).then(planned(perhaps));
    }

    @Test
    void nobody_was_present_before_it_is_held() {
        given().when(put(on("2025-03-01", null, "Chair"))).thenRefused("meeting.not-held-yet", "1 March 2025");
        given(planned(on("2025-03-06", null)))
                .when(put(on("2025-03-06", null, "Chair")))
                .thenRefused("meeting.not-held-yet", "6 March 2025");
        for (String begun : new String[] {"2025-02-28", "2025-02", "2025"}) {
            MeetingDetails held = on(begun, null, "Chair");
            given().when(put(held)).then(planned(held));
        }
    }
}

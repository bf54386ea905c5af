package org.paptracker.query.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/meetings")
class MeetingApi {
    private final Meetings meetings;

    MeetingApi(Meetings meetings) {
        this.meetings = meetings;
    }

    /** @param board null where it does not matter */
    @RequiresRight(Right.READ)
    @GetMapping
    Page<MeetingView> meetings(
            @PathVariable PlanId plan,
            @RequestParam(required = false) @Nullable BoardCode board,
            AsAt asAt,
            Paging paging) {
        List<MeetingView> found = meetings.of(plan, asAt).stream()
                .filter(meeting -> board == null || meeting.details().board().equals(board))
                .toList();
        return Page.of(found, meeting -> meeting.code().value(), paging);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{meeting}")
    ResponseEntity<MeetingView> meeting(@PathVariable PlanId plan, @PathVariable MeetingCode meeting, AsAt asAt) {
        return Tagged.of(meetings.get(plan, meeting, asAt));
    }
}

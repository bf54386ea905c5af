package org.paptracker.command.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.meeting.MeetingCommand.PlanMeeting;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.Text;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.meeting.MeetingDetails;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/meetings/{meeting}")
class MeetingApi {
    private final HttpCommands commands;

    MeetingApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.KEEP_MEETINGS)
    @PutMapping
    ResponseEntity<Accepted> plan(
            @PathVariable PlanId plan, @PathVariable MeetingCode meeting, @Valid @RequestBody Planning body) {
        return commands.put(
                new PlanMeeting(plan, meeting, body.details(), ErasableText.ofNullable(body.reason)), meeting);
    }

    /**
     * @param board a board of the plan, by code
     * @param heldOn when it is or was held
     * @param present roles, never a personal name; nobody if left out
     * @param visibility PARTNERSHIP if left out
     * @param reason why it is amended; the programme office gives one for what others recorded
     */
    record Planning(
            @NotNull @Code String board,
            @NotNull BusinessDate heldOn,
            @Nullable BusinessDate papersDueOn,

            @Size(max = 100, message = "must name 100 roles at most") @Nullable
            List<@NotNull @Name String> present,

            @Nullable Visibility visibility,
            @Text @Nullable String reason) {
        MeetingDetails details() {
            return new MeetingDetails(
                    new BoardCode(board),
                    heldOn,
                    papersDueOn,
                    present == null ? List.of() : List.copyOf(present),
                    visibility == null ? Visibility.PARTNERSHIP : visibility);
        }
    }
}

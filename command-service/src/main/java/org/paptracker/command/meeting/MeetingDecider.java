package org.paptracker.command.meeting;

import static org.paptracker.command.platform.rules.Dates.endsBeforeStart;
import static org.paptracker.command.platform.rules.RuleBroken.require;
import static org.paptracker.command.platform.rules.Terms.requireTerms;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.meeting.MeetingCommand.PlanMeeting;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Words;
import org.paptracker.events.MeetingEvent;
import org.paptracker.events.MeetingEvent.MeetingAmended;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.values.meeting.MeetingDetails;

/** The rules of a board's meeting. It may be planned for a day to come; nobody was present before that day. */
final class MeetingDecider {
    static final Decider<Meeting, MeetingCommand, MeetingEvent> RULES = Decider.of(Meeting.FOLD, MeetingCommand.class)
            .on(PlanMeeting.class, MeetingDecider::plan)
            .exhaustive();

    private MeetingDecider() {}

    static @Nullable Words words(Meeting meeting, MeetingCommand command) {
        if (!(command instanceof PlanMeeting plan) || plan.details().equals(meeting.details())) return null;
        return new Words(
                "Meeting " + command.meeting(), meeting.author(), plan.details().visibility(), plan.reason() != null);
    }

    static List<MeetingEvent> plan(Meeting meeting, PlanMeeting command, Context context) {
        context.plan().requireKnown(command.plan());
        MeetingDetails details = command.details();
        if (details.equals(meeting.details())) return List.of();
        context.plan().requireRunning(command.plan());
        requireTerms("meeting", "board", Set.of(details.board()), context.plan().boards());
        require(
                !endsBeforeStart(details.papersDueOn(), details.heldOn()),
                "meeting.papers-due-after",
                "The papers of meeting %s would be due after it is held. Check the two dates."
                        .formatted(command.meeting()));
        require(
                details.present().isEmpty() || !details.heldOn().first().isAfter(context.today()),
                "meeting.not-held-yet",
                "Meeting %s is planned for %s, so nobody has been present yet. Record who was there once it is held."
                        .formatted(command.meeting(), details.heldOn().inWords()));
        return List.of(
                meeting.details() == null
                        ? new MeetingPlanned(command.plan(), command.meeting(), details)
                        : new MeetingAmended(command.plan(), command.meeting(), details, command.reason()));
    }
}

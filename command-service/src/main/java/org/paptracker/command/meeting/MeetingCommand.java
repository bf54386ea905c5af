package org.paptracker.command.meeting;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.MeetingEvent;
import org.paptracker.events.Streams;
import org.paptracker.values.ErasableText;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.meeting.MeetingDetails;
import org.paptracker.values.plan.PlanId;

/** What can be asked of a meeting. */
sealed interface MeetingCommand extends Command {
    MeetingCode meeting();

    @Override
    default String stream() {
        return Streams.of(MeetingEvent.class, plan(), meeting());
    }

    /**
     * Records the meeting or, if it is there already, amends it: the whole of its details as they should be.
     *
     * @param reason why it is amended; null if nobody says
     */
    record PlanMeeting(
            PlanId plan,
            MeetingCode meeting,
            MeetingDetails details,
            @Nullable ErasableText reason) implements MeetingCommand {}
}

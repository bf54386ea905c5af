package org.paptracker.command.meeting;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Belongs;
import org.paptracker.events.MeetingEvent;
import org.paptracker.events.MeetingEvent.MeetingAmended;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.fold.Fold;
import org.paptracker.values.meeting.MeetingDetails;

/**
 * What decisions about a meeting need to know.
 *
 * @param details null while nobody has planned it
 */
record Meeting(@Nullable MeetingDetails details) implements Belongs {
    static final Fold<Meeting, MeetingEvent> FOLD = Fold.from(new Meeting(null), MeetingEvent.class)
            .on(MeetingPlanned.class, (meeting, event) -> new Meeting(event.details()))
            .on(MeetingAmended.class, (meeting, event) -> new Meeting(event.details()))
            .exhaustive();

    @Override
    public @Nullable Belonging belonging() {
        return details == null ? null : Belonging.toNobody(details.visibility());
    }
}

package org.paptracker.command.meeting;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Author;
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
 * @param author who planned it; null while nobody has
 */
record Meeting(@Nullable MeetingDetails details, @Nullable Author author) implements Belongs {
    static final Fold<Meeting, MeetingEvent> FOLD = Fold.from(new Meeting(null, null), MeetingEvent.class)
            .on(MeetingPlanned.class, (meeting, event, recorded) -> new Meeting(event.details(), Author.of(recorded)))
            .on(MeetingAmended.class, (meeting, event) -> new Meeting(event.details(), meeting.author))
            .exhaustive();

    @Override
    public @Nullable Belonging belonging() {
        return details == null ? null : Belonging.toNobody(details.visibility());
    }
}

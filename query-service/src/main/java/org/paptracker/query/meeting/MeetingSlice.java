package org.paptracker.query.meeting;

import org.paptracker.events.MeetingEvent;
import org.paptracker.events.MeetingEvent.MeetingAmended;
import org.paptracker.events.MeetingEvent.MeetingPlanned;
import org.paptracker.fold.Fold;
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Slice;
import org.paptracker.values.meeting.MeetingDetails;

/** Meetings in the history. */
final class MeetingSlice extends Slice<MeetingView, MeetingEvent> {
    private static final Fold<String, MeetingEvent> SENTENCES = Fold.from("", MeetingEvent.class)
            .on(
                    MeetingPlanned.class,
                    (none, e) -> "The meeting %s of the board %s was %s."
                            .formatted(e.meeting(), e.details().board(), when(e.details())))
            .on(
                    MeetingAmended.class,
                    (none, e) -> "The details of the meeting %s of the board %s were amended: it was %s."
                            .formatted(e.meeting(), e.details().board(), when(e.details())))
            .exhaustive();

    MeetingSlice() {
        super(Meetings.PROJECTION, MeetingEvent.class, MeetingView.class, MeetingView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(MeetingView view) {
        return AreasAndThemes.NONE;
    }

    /** It was held if somebody was present; else all that is known is the plan. */
    private static String when(MeetingDetails details) {
        String day = details.heldOn().inWords();
        return details.present().isEmpty() ? "planned for " + day : "held on " + day;
    }
}

package org.paptracker.query.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.RebaselineReason;

/**
 * A step in the history of a milestone's due date.
 *
 * @param position its entry in the log
 * @param effectiveOn when it became true; null for what has no date of its own
 * @param date the date that was given, proposed, refused or reached; null where a completion was taken back
 * @param reasonCode why a new date was proposed; null otherwise
 * @param reason as given; null where none is asked for
 * @param by the user who recorded it
 */
public record DueDateMove(
        long position,
        Instant recordedAt,
        @Nullable BusinessDate effectiveOn,
        Kind kind,
        @Nullable BusinessDate date,
        @Nullable RebaselineReason reasonCode,
        @Nullable String reason,
        Who by) {

    /** What became of the date. */
    public enum Kind {
        /** First agreed. */
        BASELINE,
        /** Now expected by the lead; the approved date stays. */
        FORECAST,
        PROPOSED,
        /** The approved date from now on. */
        APPROVED,
        /** Proposed, and it stays as it was. */
        REFUSED,
        /** Claimed complete on that day. */
        COMPLETED,
        /** The claim was not accepted, so it still has to be done. */
        NOT_ACCEPTED,
        /** It was complete, and has to be done again. */
        REOPENED
    }

    static DueDateMove of(
            Kind kind, @Nullable BusinessDate date, @Nullable ErasableText reason, Recorded<? extends ActionEvent> by) {
        return of(kind, date, null, reason, by);
    }

    static DueDateMove of(
            Kind kind,
            @Nullable BusinessDate date,
            @Nullable RebaselineReason reasonCode,
            @Nullable ErasableText reason,
            Recorded<? extends ActionEvent> recorded) {
        return new DueDateMove(
                recorded.position(),
                recorded.recordedAt(),
                recorded.event().effectiveOn(),
                kind,
                date,
                reasonCode,
                ErasableText.shown(reason),
                Who.of(recorded));
    }
}

package org.paptracker.query.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Who;

/**
 * What somebody said about how a milestone stands.
 *
 * @param position its entry in the log: what a correction names
 * @param percentComplete 0 to 100; null if nobody said
 * @param percentOn the day for which the percentage was said: this report's or an earlier one's
 * @param corrects the entry that it puts right; null if none
 * @param correctionReason why it puts that right; null if nobody said
 */
public record Report(
        long position,
        Effective on,
        Who by,
        @Nullable String note,
        @Nullable Integer percentComplete,
        @Nullable Effective percentOn,
        @Nullable String soWhat,
        @Nullable String howDoWeKnow,
        @Nullable String pathToGreen,
        @Nullable Long corrects,
        @Nullable String correctionReason) {

    /** The later of the two, with the later of the two percentages. */
    Report joined(Report next) {
        Report later = on.isLaterThan(next.on) ? this : next;
        Report said = percentOn != null && percentOn.isLaterThan(next.percentOn) ? this : next;
        return new Report(
                later.position,
                later.on,
                later.by,
                later.note,
                said.percentComplete,
                said.percentOn,
                later.soWhat,
                later.howDoWeKnow,
                later.pathToGreen,
                later.corrects,
                later.correctionReason);
    }
}

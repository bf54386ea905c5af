package org.paptracker.query.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.platform.projection.Effective;

/**
 * Which part of history a question is about, and whose question it is. The two times never mix: what the log knew by a
 * position, and what was true by a day.
 *
 * @param knownPosition nothing recorded after it counts; null for all that is known now
 * @param effectiveOn nothing that became true after it counts; null for all of it
 * @param day the day the question is asked on: dates are late or not as seen from here
 * @param scope how far the caller can see: whatever is beyond it is not shown, not counted and not named
 */
public record AsAt(@Nullable Long knownPosition, @Nullable LocalDate effectiveOn, LocalDate day, Scope scope) {
    public boolean isNow() {
        return knownPosition == null && effectiveOn == null;
    }

    /** The same, but nothing recorded after {@code moment} counts, and it is asked no later than that. */
    public AsAt knownBy(Moment moment) {
        long position = knownPosition == null ? moment.position() : Math.min(knownPosition, moment.position());
        return new AsAt(position, effectiveOn, moment.day().isBefore(day) ? moment.day() : day, scope);
    }

    /** The same, but nothing that does not belong to {@code moment} counts, and it is asked no later than that. */
    public AsAt at(Moment moment) {
        AsAt known = knownBy(moment);
        boolean sooner = effectiveOn == null || moment.day().isBefore(effectiveOn);
        return moment.cutsOff() && sooner ? known.effectiveBy(moment.day()) : known;
    }

    /** The same, but nothing that became true after {@code day} counts, and it is asked on that day. */
    public AsAt effectiveBy(LocalDate day) {
        return new AsAt(knownPosition, day, day, scope);
    }

    public boolean counts(Recorded<? extends DomainEvent> recorded) {
        return knows(recorded) && (effectiveOn == null || isTrueBy(Effective.of(recorded), effectiveOn));
    }

    /** Whether it had been recorded by then, whenever it became true. */
    public boolean knows(Recorded<? extends DomainEvent> recorded) {
        return knownPosition == null || recorded.position() <= knownPosition;
    }

    /** "In April" is certain on the last of April, or as soon as it was said; what has no date counts from the beginning. */
    private static boolean isTrueBy(@Nullable Effective on, LocalDate day) {
        return on == null || !on.countsFrom().isAfter(day);
    }
}

package org.paptracker.query.platform.projection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.London;

/**
 * When something was true, as people said it, and the day from which it counts. The two differ for a month, a quarter or
 * a year that was still running when somebody spoke of it: that counts from the day it was recorded, so that it does not
 * hide what is said later. Of two that count from the same day, the one recorded later stands.
 *
 * <p>A reader is told the date as it was said. A stored view keeps both.
 *
 * @param countsFrom Europe/London
 */
public record Effective(BusinessDate date, LocalDate countsFrom) {
    private static final String COUNTS_FROM = "@"; // no written date holds it

    public static Effective of(BusinessDate date, Recorded<?> recorded) {
        return new Effective(date, date.countsFrom(London.day(recorded.recordedAt())));
    }

    /** When what was recorded became true; null for what has no date of its own and so counts from the beginning. */
    public static @Nullable Effective of(Recorded<? extends DomainEvent> recorded) {
        BusinessDate on = recorded.event().effectiveOn();
        LocalDate from = recorded.event().countsFrom(London.day(recorded.recordedAt()));
        return on == null || from == null ? null : new Effective(on, from);
    }

    /** What is recorded later and counts from the same day is not overruled by this. */
    public boolean isLaterThan(@Nullable Effective other) {
        return other == null || countsFrom.isAfter(other.countsFrom);
    }

    @Override
    @JsonValue
    public String toString() {
        return date.toString();
    }

    /** As a view is stored. */
    String stored() {
        return countsFrom.equals(date.last()) ? toString() : date + COUNTS_FROM + countsFrom;
    }

    /** Reads what is stored. Views of earlier versions hold the date alone. */
    @JsonCreator
    public static Effective read(String stored) {
        String[] parts = stored.split(COUNTS_FROM, 2);
        BusinessDate date = BusinessDate.parse(parts[0]);
        return new Effective(date, parts.length == 1 ? date.last() : LocalDate.parse(parts[1]));
    }
}

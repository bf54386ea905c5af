package org.paptracker.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanId;

/** Anything that happened to a plan or to something in it. Its families are sealed, one file each. */
public interface DomainEvent {
    PlanId plan();

    /** The stream that it belongs to: {@code action:oxfordshire-pap/PA3-01}. */
    String stream();

    /** When it became true, Europe/London; null for what has no date of its own and so counts from the beginning. */
    default @Nullable BusinessDate effectiveOn() {
        return null;
    }

    /**
     * The day from which it counts: nobody can know the rest of a time that is still running.
     *
     * @param saidOn the day it was recorded, Europe/London
     * @see BusinessDate#countsFrom
     */
    default @Nullable LocalDate countsFrom(LocalDate saidOn) {
        BusinessDate on = effectiveOn();
        return on == null ? null : on.countsFrom(saidOn);
    }

    /** The position in the log of an earlier entry that this one puts right; null if none. */
    default @Nullable Long corrects() {
        return null;
    }

    /** Whether the earlier entry is of a kind that this one may put right; else it only names it. */
    default boolean canCorrect(DomainEvent earlier) {
        return false;
    }
}

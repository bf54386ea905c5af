package org.paptracker.events;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.PlanId;

/** Anything that happened to a plan or to something in it. Its families are sealed, one file each. */
public interface DomainEvent {
    PlanId plan();

    /** When it became true, Europe/London; null for what has no date of its own and so counts from the beginning. */
    default @Nullable BusinessDate effectiveOn() {
        return null;
    }
}

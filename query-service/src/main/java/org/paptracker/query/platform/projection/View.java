package org.paptracker.query.platform.projection;

import org.paptracker.values.PlanId;

/** What is known of one stream: folded from its events and stored under the stream's name. Immutable. */
public interface View {
    /** Unique among the views of its kind in its plan. */
    Object code();

    PlanId plan();

    Stamp stamp();

    /** No, if only what came later counts: as at a day before it began. */
    default boolean exists() {
        return true;
    }
}

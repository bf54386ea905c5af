package org.paptracker.query.platform.projection;

import org.paptracker.values.PlanId;

/** What is known of one stream: folded from its events and stored under the stream's name. Immutable. */
public interface View {
    PlanId plan();

    Stamp stamp();
}

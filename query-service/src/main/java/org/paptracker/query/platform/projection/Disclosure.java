package org.paptracker.query.platform.projection;

import org.paptracker.values.Subject;
import org.paptracker.values.plan.PlanId;

/** How much somebody may be told of what they may see. */
public interface Disclosure {
    /**
     * Whether something may be named: only what the caller could look up. So what is hidden from them and what is not
     * there at all look the same.
     *
     * @param plan that it is in
     * @param kind what its stream's name begins with, or {@code milestone}
     */
    boolean names(PlanId plan, String kind, Object code);

    default boolean names(PlanId plan, Subject subject) {
        return names(plan, subject.type().toString(), subject.code());
    }

    /** What {@code then} has become since; itself if it is what stands now. The past is judged by both. */
    <V extends View> V now(V then);

    /** Whether counts of 1 to 4 people are told as they are. */
    boolean smallCounts();
}

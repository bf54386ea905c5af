package org.paptracker.query.platform.projection;

import java.util.Set;
import org.paptracker.platform.security.Scope;
import org.paptracker.values.plan.PlanId;

/** Which plans there are, and which may be seen. What is in a plan is never more visible than the plan. */
public interface PlanReadAccess {
    /** Whether there is such a plan, no matter who can see it. */
    boolean exists(PlanId plan);

    /** Asked of plans that there are. */
    boolean sees(PlanId plan, Scope scope);

    /**
     * Position of the entry with which a plan came to be seen: what was recorded in it earlier was not meant for
     * people with this reach. 0 if it always was, {@link Long#MAX_VALUE} if it is not.
     */
    long seenFrom(PlanId plan, Scope scope);

    /** The plan, and the plans whose place it took as is on record in both: what was somebody's own there is so here. */
    Set<PlanId> line(PlanId plan);
}

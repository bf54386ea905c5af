package org.paptracker.query.platform.projection;

import org.paptracker.platform.security.Scope;
import org.paptracker.values.plan.PlanId;

/** Which plans may be seen. What is in a plan is never more visible than the plan. Asked of plans that there are. */
public interface PlanReadAccess {
    boolean sees(PlanId plan, Scope scope);

    /**
     * Position of the entry with which a plan came to be seen: what was recorded in it earlier was not meant for who has
     * this reach. 0 if it always was, {@link Long#MAX_VALUE} if it is not.
     */
    long seenFrom(PlanId plan, Scope scope);
}

package org.paptracker.command.platform.axon;

import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.plan.PlanId;

/** How the guard asks about a permission to record what it suspects. The slice that gives permissions answers. */
public interface Overrides {
    /** Refused unless the override would let this through now; records nothing. */
    Command judge(PlanId plan, OverrideCode override, GuardedRequest request);

    Command use(PlanId plan, OverrideCode override, GuardedRequest request);
}

package org.paptracker.query.platform.projection;

import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.Scope;
import org.paptracker.platform.security.WhoIsAsking;
import org.paptracker.values.plan.PlanId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which plans the caller can see, for slices that answer about something in a plan. */
@Component
public class KnownPlans {
    private final ObjectProvider<PlanReadAccess> access; // which is made of slices, and they need this
    private final WhoIsAsking who;

    KnownPlans(ObjectProvider<PlanReadAccess> access, WhoIsAsking who) {
        this.access = access;
        this.who = who;
    }

    /** @throws Refused with {@code plan.unknown} if there is no such plan, or none that the caller can see */
    public void require(PlanId plan) {
        PlanReadAccess plans = access.getObject();
        if (!plans.exists(plan) || !plans.sees(plan, Scope.of(who.caller()))) throw unknown(plan);
    }

    public static Refused unknown(PlanId plan) {
        return new Refused(Problem.of(404, "plan.unknown", "There is no plan %s.".formatted(plan)));
    }
}

package org.paptracker.query.lineage;

import java.util.List;
import org.paptracker.query.history.AsAt;
import org.paptracker.values.plan.PlanId;

/** The line that a plan stands in: those it took over from, and those that took over from it. */
@FunctionalInterface
public interface Lineage {
    /** The plan itself among them, each after those it took over from. */
    List<PlanId> of(PlanId plan, AsAt asAt);

    /** Of the whole line, or of the plan alone. */
    default List<PlanId> of(PlanId plan, boolean acrossPlans, AsAt asAt) {
        return acrossPlans ? of(plan, asAt) : List.of(plan);
    }
}

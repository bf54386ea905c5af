package org.paptracker.query.history;

import java.util.Optional;
import org.paptracker.platform.security.Scope;
import org.paptracker.values.plan.PlanId;

/** Moments of a plan that have a name of the form {@code kind:code}, such as {@code stocktake:2025-02}. */
public interface NamedMoments {
    /** What stands before the colon: "stocktake". */
    String kind();

    /** Empty if the plan has no such moment, or none that {@code scope} extends to. */
    Optional<Moment> find(PlanId plan, String code, Scope scope);
}

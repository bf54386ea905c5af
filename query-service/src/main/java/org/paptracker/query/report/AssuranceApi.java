package org.paptracker.query.report;

import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.values.plan.PlanId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssuranceApi {
    private final AssuranceReport report;
    private final KnownPlans plans;
    private final AsAtReader asAt;

    AssuranceApi(AssuranceReport report, KnownPlans plans, AsAtReader asAt) {
        this.report = report;
        this.plans = plans;
        this.asAt = asAt;
    }

    /**
     * About what was true in a period, as it is known now or was known then.
     *
     * @param from the day before its first, a moment or a stocktake; a month before {@code to} if left out
     * @param to its last day, likewise; today if left out
     * @param knownAt nothing recorded later counts
     */
    @RequiresRight(Right.READ)
    @GetMapping("/api/v1/plans/{plan}/reports/assurance")
    Assurance assurance(
            @PathVariable PlanId plan,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String knownAt) {
        plans.require(plan);
        AsAt known = asAt.read(plan, knownAt, null);
        AsAt last = known.effectiveBy(
                to == null ? known.day() : asAt.moment(plan, "to", to).day());
        AsAt first = known.effectiveBy(
                from == null
                        ? last.day().minusMonths(1)
                        : asAt.moment(plan, "from", from).day());
        if (first.day().isAfter(last.day())) {
            throw new Refused(Problem.malformed("from", "must not be after to: the period would end before it begins"));
        }
        return report.of(plan, first, last);
    }
}

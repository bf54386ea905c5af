package org.paptracker.query.plan;

import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans")
class PlanApi {
    private final Plans plans;

    PlanApi(Plans plans) {
        this.plans = plans;
    }

    @RequiresRight(Right.READ)
    @GetMapping
    Page<PlanView> all(AsAt asAt, Paging paging) {
        return Page.of(plans.all(asAt), plan -> plan.code().value(), paging);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{plan}")
    ResponseEntity<PlanView> one(@PathVariable PlanId plan, AsAt asAt) {
        return Tagged.of(plans.get(plan, asAt));
    }
}

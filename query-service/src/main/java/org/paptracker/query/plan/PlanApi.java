package org.paptracker.query.plan;

import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Needs;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans")
class PlanApi {
    private final Plans plans;
    private final AsAtReader asAt;

    PlanApi(Plans plans, AsAtReader asAt) {
        this.plans = plans;
        this.asAt = asAt;
    }

    @Needs(Right.READ)
    @GetMapping
    Page<PlanView> all(
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        return Page.of(
                plans.all(asAt.read(null, knownAt, effectiveAt)),
                plan -> plan.code().value(),
                cursor,
                limit);
    }

    @Needs(Right.READ)
    @GetMapping("/{plan}")
    ResponseEntity<PlanView> one(
            @PathVariable PlanId plan,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt) {
        PlanView view = plans.get(plan, asAt.read(plan, knownAt, effectiveAt));
        return ResponseEntity.ok().eTag("\"" + view.stamp().version() + "\"").body(view);
    }
}

package org.paptracker.query.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Needs;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.OverrideCode;
import org.paptracker.values.PersonalDataKind;
import org.paptracker.values.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/guard-overrides")
class GuardOverrideApi {
    private final GuardOverrides overrides;
    private final KnownPlans plans;
    private final AsAtReader asAt;

    GuardOverrideApi(GuardOverrides overrides, KnownPlans plans, AsAtReader asAt) {
        this.overrides = overrides;
        this.plans = plans;
        this.asAt = asAt;
    }

    @Needs(Right.READ_REDACTIONS)
    @GetMapping
    Page<GuardOverrideItem> overrides(
            @PathVariable PlanId plan,
            @RequestParam GuardOverrideView.@Nullable State state,
            @RequestParam @Nullable PersonalDataKind kind,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        List<GuardOverrideItem> items = overrides.of(plan, when).stream()
                .filter(override -> kind == null || override.kinds().contains(kind))
                .map(override -> GuardOverrideItem.of(override, when.day()))
                .filter(item -> state == null || item.state() == state)
                .toList();
        return Page.of(items, item -> item.override().code().value(), cursor, limit);
    }

    @Needs(Right.READ_REDACTIONS)
    @GetMapping("/{override}")
    ResponseEntity<GuardOverrideItem> override(
            @PathVariable PlanId plan,
            @PathVariable OverrideCode override,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        GuardOverrideView view = overrides.get(plan, override, when);
        return ResponseEntity.ok()
                .eTag("\"" + view.stamp().version() + "\"")
                .body(GuardOverrideItem.of(view, when.day()));
    }
}

package org.paptracker.query.action;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Needs;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.ActionCode;
import org.paptracker.values.AreaCode;
import org.paptracker.values.MilestoneCode;
import org.paptracker.values.PlanId;
import org.paptracker.values.ThemeCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DueDateApi {
    private final Actions actions;
    private final KnownPlans plans;
    private final AsAtReader asAt;

    DueDateApi(Actions actions, KnownPlans plans, AsAtReader asAt) {
        this.actions = actions;
        this.plans = plans;
        this.asAt = asAt;
    }

    /** How due dates moved: the milestones about whose date anybody has said anything, each with the whole of it. */
    @Needs(Right.READ)
    @GetMapping("/api/v1/plans/{plan}/due-dates")
    Page<DueDates> dueDates(
            @PathVariable PlanId plan,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            @RequestParam @Nullable ActionCode action,
            @RequestParam @Nullable MilestoneCode milestone,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        List<DueDates> items = actions.of(plan, when).stream()
                .filter(view -> area == null || view.details().areas().contains(area))
                .filter(view -> theme == null || view.details().themes().contains(theme))
                .filter(view -> action == null || view.code().equals(action))
                .flatMap(view -> view.milestones().stream()
                        .filter(one -> milestone == null || one.code().equals(milestone))
                        .filter(one -> !one.dueDates().isEmpty())
                        .map(one -> DueDates.of(view, one, when.day())))
                .sorted(Comparator.comparing(DueDates::key))
                .toList();
        return Page.of(items, DueDates::key, cursor, limit);
    }
}

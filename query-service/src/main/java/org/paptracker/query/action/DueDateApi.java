package org.paptracker.query.action;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DueDateApi {
    private final Actions actions;

    DueDateApi(Actions actions) {
        this.actions = actions;
    }

    /** How due dates moved: the milestones about whose date anybody has said anything, each with the whole of it. */
    @RequiresRight(Right.READ)
    @GetMapping("/api/v1/plans/{plan}/due-dates")
    Page<DueDates> dueDates(
            @PathVariable PlanId plan,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            @RequestParam @Nullable ActionCode action,
            @RequestParam @Nullable MilestoneCode milestone,
            AsAt asAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        List<DueDates> items = actions.of(plan, asAt).stream()
                .filter(view -> area == null || view.details().areas().contains(area))
                .filter(view -> theme == null || view.details().themes().contains(theme))
                .filter(view -> action == null || view.code().equals(action))
                .flatMap(view -> view.milestones().stream()
                        .filter(one -> milestone == null || one.code().equals(milestone))
                        .filter(one -> !one.dueDates().isEmpty())
                        .map(one -> DueDates.of(view, one, asAt.day())))
                .sorted(Comparator.comparing(DueDates::key))
                .toList();
        return Page.of(items, DueDates::key, cursor, limit);
    }
}

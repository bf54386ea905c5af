package org.paptracker.query.action;

import java.util.Comparator;
import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.values.NaturalOrder;
import org.paptracker.values.plan.PlanId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    Page<DueDates> dueDates(@PathVariable PlanId plan, DueDateFilter filter, AsAt asAt, Paging paging) {
        List<DueDates> items = actions.of(plan, asAt).stream()
                .filter(filter::admits)
                .flatMap(view -> view.milestones().stream()
                        .filter(filter::admits)
                        .map(one -> DueDates.of(view, one, asAt.day())))
                .sorted(Comparator.comparing(DueDates::key, NaturalOrder.OF_TEXTS))
                .toList();
        return Page.of(items, DueDates::key, paging);
    }
}

package org.paptracker.query.guard;

import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/guard-overrides")
class GuardOverrideApi {
    private final GuardOverrides overrides;

    GuardOverrideApi(GuardOverrides overrides) {
        this.overrides = overrides;
    }

    @RequiresRight(Right.READ_REDACTIONS)
    @GetMapping
    Page<GuardOverrideItem> overrides(@PathVariable PlanId plan, GuardOverrideFilter filter, AsAt asAt, Paging paging) {
        List<GuardOverrideItem> items = overrides.of(plan, asAt).stream()
                .map(override -> GuardOverrideItem.of(override, asAt.day()))
                .filter(filter::admits)
                .toList();
        return Page.of(items, item -> item.override().code().value(), paging);
    }

    @RequiresRight(Right.READ_REDACTIONS)
    @GetMapping("/{override}")
    ResponseEntity<GuardOverrideItem> override(
            @PathVariable PlanId plan, @PathVariable OverrideCode override, AsAt asAt) {
        GuardOverrideView view = overrides.get(plan, override, asAt);
        return Tagged.of(view, GuardOverrideItem.of(view, asAt.day()));
    }
}

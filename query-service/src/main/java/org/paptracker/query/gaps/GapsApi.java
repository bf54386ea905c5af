package org.paptracker.query.gaps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.values.plan.PlanId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GapsApi {
    private final Gaps gaps;

    GapsApi(Gaps gaps) {
        this.gaps = gaps;
    }

    @RequiresRight(Right.READ)
    @GetMapping("/api/v1/plans/{plan}/evidence/gaps")
    Page<Gap> gaps(@PathVariable PlanId plan, @RequestParam @Nullable List<GapKind> kind, AsAt asAt, Paging paging) {
        List<Gap> items = gaps.of(plan, asAt).stream()
                .filter(gap -> kind == null || kind.contains(gap.kind()))
                .toList();
        return Page.of(items, Gap::key, paging);
    }
}

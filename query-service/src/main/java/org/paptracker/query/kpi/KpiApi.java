package org.paptracker.query.kpi;

import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/kpis")
class KpiApi {
    private final Kpis kpis;

    KpiApi(Kpis kpis) {
        this.kpis = kpis;
    }

    @RequiresRight(Right.READ)
    @GetMapping
    Page<KpiItem> all(@PathVariable PlanId plan, KpiFilter filter, AsAt asAt, Paging paging) {
        List<KpiItem> items = kpis.of(plan, asAt).stream()
                .map(kpi -> KpiItem.of(kpi, asAt.day()))
                .filter(filter::admits)
                .toList();
        return Page.of(items, item -> item.kpi().code().value(), paging);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{kpi}")
    ResponseEntity<KpiItem> one(@PathVariable PlanId plan, @PathVariable KpiCode kpi, AsAt asAt) {
        KpiView view = kpis.get(plan, kpi, asAt);
        return Tagged.of(view, KpiItem.of(view, asAt.day()));
    }
}

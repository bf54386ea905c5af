package org.paptracker.query.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    Page<KpiItem> all(
            @PathVariable PlanId plan,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            @RequestParam @Nullable Travel directionOfTravel,
            AsAt asAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        List<KpiItem> items = kpis.of(plan, asAt).stream()
                .filter(kpi -> area == null || kpi.content().areas().contains(area))
                .filter(kpi -> theme == null || kpi.content().themes().contains(theme))
                .map(kpi -> KpiItem.of(kpi, asAt.day()))
                .filter(item -> directionOfTravel == null || item.trend().directionOfTravel() == directionOfTravel)
                .toList();
        return Page.of(items, item -> item.kpi().code().value(), cursor, limit);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{kpi}")
    ResponseEntity<KpiItem> one(@PathVariable PlanId plan, @PathVariable KpiCode kpi, AsAt asAt) {
        KpiView view = kpis.get(plan, kpi, asAt);
        return Tagged.of(view, KpiItem.of(view, asAt.day()));
    }
}

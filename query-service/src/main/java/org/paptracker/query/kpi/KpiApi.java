package org.paptracker.query.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Needs;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.AreaCode;
import org.paptracker.values.KpiCode;
import org.paptracker.values.PlanId;
import org.paptracker.values.ThemeCode;
import org.paptracker.values.Travel;
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
    private final KnownPlans plans;
    private final AsAtReader asAt;

    KpiApi(Kpis kpis, KnownPlans plans, AsAtReader asAt) {
        this.kpis = kpis;
        this.plans = plans;
        this.asAt = asAt;
    }

    @Needs(Right.READ)
    @GetMapping
    Page<KpiItem> all(
            @PathVariable PlanId plan,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            @RequestParam @Nullable Travel directionOfTravel,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        List<KpiItem> items = kpis.of(plan, when).stream()
                .filter(kpi -> area == null || kpi.content().areas().contains(area))
                .filter(kpi -> theme == null || kpi.content().themes().contains(theme))
                .map(kpi -> KpiItem.of(kpi, when.day()))
                .filter(item -> directionOfTravel == null || item.trend().directionOfTravel() == directionOfTravel)
                .toList();
        return Page.of(items, item -> item.kpi().code().value(), cursor, limit);
    }

    @Needs(Right.READ)
    @GetMapping("/{kpi}")
    ResponseEntity<KpiItem> one(
            @PathVariable PlanId plan,
            @PathVariable KpiCode kpi,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        KpiView view = kpis.get(plan, kpi, when);
        return ResponseEntity.ok().eTag("\"" + view.stamp().version() + "\"").body(KpiItem.of(view, when.day()));
    }
}

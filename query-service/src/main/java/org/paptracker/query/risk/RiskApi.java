package org.paptracker.query.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Needs;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.AreaCode;
import org.paptracker.values.PlanId;
import org.paptracker.values.RiskCode;
import org.paptracker.values.RiskState;
import org.paptracker.values.ThemeCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/risks")
class RiskApi {
    private final Risks risks;
    private final KnownPlans plans;
    private final AsAtReader asAt;

    RiskApi(Risks risks, KnownPlans plans, AsAtReader asAt) {
        this.risks = risks;
        this.plans = plans;
        this.asAt = asAt;
    }

    /** @param escalated true: with a board; false: not */
    @Needs(Right.READ)
    @GetMapping
    Page<RiskView> risks(
            @PathVariable PlanId plan,
            @RequestParam @Nullable RiskState state,
            @RequestParam @Nullable Boolean escalated,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        plans.require(plan);
        List<RiskView> items = risks.of(plan, asAt.read(plan, knownAt, effectiveAt)).stream()
                .filter(risk -> state == null || risk.state() == state)
                .filter(risk -> escalated == null || escalated == (risk.state() == RiskState.ESCALATED))
                .filter(risk -> area == null || risk.details().areas().contains(area))
                .filter(risk -> theme == null || risk.details().themes().contains(theme))
                .toList();
        return Page.of(items, risk -> risk.code().value(), cursor, limit);
    }

    @Needs(Right.READ)
    @GetMapping("/{risk}")
    ResponseEntity<RiskView> risk(
            @PathVariable PlanId plan,
            @PathVariable RiskCode risk,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt) {
        plans.require(plan);
        RiskView view = risks.get(plan, risk, asAt.read(plan, knownAt, effectiveAt));
        return ResponseEntity.ok().eTag("\"" + view.stamp().version() + "\"").body(view);
    }
}

package org.paptracker.query.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskState;
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

    RiskApi(Risks risks) {
        this.risks = risks;
    }

    /** @param escalated true: with a board; false: not */
    @RequiresRight(Right.READ)
    @GetMapping
    Page<RiskView> risks(
            @PathVariable PlanId plan,
            @RequestParam @Nullable RiskState state,
            @RequestParam @Nullable Boolean escalated,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            AsAt asAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        List<RiskView> items = risks.of(plan, asAt).stream()
                .filter(risk -> state == null || risk.state() == state)
                .filter(risk -> escalated == null || escalated == (risk.state() == RiskState.ESCALATED))
                .filter(risk -> area == null || risk.details().areas().contains(area))
                .filter(risk -> theme == null || risk.details().themes().contains(theme))
                .toList();
        return Page.of(items, risk -> risk.code().value(), cursor, limit);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{risk}")
    ResponseEntity<RiskView> risk(@PathVariable PlanId plan, @PathVariable RiskCode risk, AsAt asAt) {
        return Tagged.of(risks.get(plan, risk, asAt));
    }
}

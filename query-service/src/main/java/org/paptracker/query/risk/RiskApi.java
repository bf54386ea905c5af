package org.paptracker.query.risk;

import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.risk.RiskCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/risks")
class RiskApi {
    private final Risks risks;

    RiskApi(Risks risks) {
        this.risks = risks;
    }

    @RequiresRight(Right.READ)
    @GetMapping
    Page<RiskView> risks(@PathVariable PlanId plan, RiskFilter filter, AsAt asAt, Paging paging) {
        List<RiskView> items =
                risks.of(plan, asAt).stream().filter(filter::admits).toList();
        return Page.of(items, risk -> risk.code().value(), paging);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{risk}")
    ResponseEntity<RiskView> risk(@PathVariable PlanId plan, @PathVariable RiskCode risk, AsAt asAt) {
        return Tagged.of(risks.get(plan, risk, asAt));
    }
}

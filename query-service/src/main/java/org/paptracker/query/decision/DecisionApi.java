package org.paptracker.query.decision;

import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/decisions")
class DecisionApi {
    private final Decisions decisions;

    DecisionApi(Decisions decisions) {
        this.decisions = decisions;
    }

    @RequiresRight(Right.READ)
    @GetMapping
    Page<DecisionItem> decisions(@PathVariable PlanId plan, DecisionFilter filter, AsAt asAt, Paging paging) {
        List<DecisionItem> items = decisions.of(plan, asAt).stream()
                .map(decision -> DecisionItem.of(decision, asAt.day()))
                .filter(filter::admits)
                .toList();
        return Page.of(items, item -> item.decision().code().value(), paging);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{decision}")
    ResponseEntity<DecisionItem> decision(@PathVariable PlanId plan, @PathVariable DecisionId decision, AsAt asAt) {
        DecisionView view = decisions.get(plan, decision, asAt);
        return Tagged.of(view, DecisionItem.of(view, asAt.day()));
    }
}

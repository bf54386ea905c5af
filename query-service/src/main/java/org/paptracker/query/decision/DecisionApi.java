package org.paptracker.query.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Needs;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.AreaCode;
import org.paptracker.values.BoardCode;
import org.paptracker.values.DecisionId;
import org.paptracker.values.DecisionState;
import org.paptracker.values.PlanId;
import org.paptracker.values.ThemeCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/decisions")
class DecisionApi {
    private final Decisions decisions;
    private final KnownPlans plans;
    private final AsAtReader asAt;

    DecisionApi(Decisions decisions, KnownPlans plans, AsAtReader asAt) {
        this.decisions = decisions;
        this.plans = plans;
        this.asAt = asAt;
    }

    @Needs(Right.READ)
    @GetMapping
    Page<DecisionItem> decisions(
            @PathVariable PlanId plan,
            @RequestParam @Nullable DecisionState state,
            @RequestParam @Nullable BoardCode board,
            @RequestParam @Nullable Boolean overdue,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        List<DecisionItem> items = decisions.of(plan, when).stream()
                .filter(decision -> state == null || decision.state() == state)
                .filter(decision -> board == null || decision.details().board().equals(board))
                .filter(decision -> area == null || decision.details().areas().contains(area))
                .filter(decision -> theme == null || decision.details().themes().contains(theme))
                .map(decision -> DecisionItem.of(decision, when.day()))
                .filter(item -> overdue == null || overdue == item.overdue())
                .toList();
        return Page.of(items, item -> item.decision().code().value(), cursor, limit);
    }

    @Needs(Right.READ)
    @GetMapping("/{decision}")
    ResponseEntity<DecisionItem> decision(
            @PathVariable PlanId plan,
            @PathVariable DecisionId decision,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        DecisionView view = decisions.get(plan, decision, when);
        return ResponseEntity.ok().eTag("\"" + view.stamp().version() + "\"").body(DecisionItem.of(view, when.day()));
    }
}

package org.paptracker.query.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionState;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
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

    DecisionApi(Decisions decisions) {
        this.decisions = decisions;
    }

    @RequiresRight(Right.READ)
    @GetMapping
    Page<DecisionItem> decisions(
            @PathVariable PlanId plan,
            @RequestParam @Nullable DecisionState state,
            @RequestParam @Nullable BoardCode board,
            @RequestParam @Nullable Boolean overdue,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            AsAt asAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        List<DecisionItem> items = decisions.of(plan, asAt).stream()
                .filter(decision -> state == null || decision.state() == state)
                .filter(decision -> board == null || decision.details().board().equals(board))
                .filter(decision -> area == null || decision.details().areas().contains(area))
                .filter(decision -> theme == null || decision.details().themes().contains(theme))
                .map(decision -> DecisionItem.of(decision, asAt.day()))
                .filter(item -> overdue == null || overdue == item.overdue())
                .toList();
        return Page.of(items, item -> item.decision().code().value(), cursor, limit);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{decision}")
    ResponseEntity<DecisionItem> decision(@PathVariable PlanId plan, @PathVariable DecisionId decision, AsAt asAt) {
        DecisionView view = decisions.get(plan, decision, asAt);
        return Tagged.of(view, DecisionItem.of(view, asAt.day()));
    }
}

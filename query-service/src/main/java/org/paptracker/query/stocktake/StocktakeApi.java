package org.paptracker.query.stocktake;

import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Needs;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.web.Page;
import org.paptracker.values.PlanId;
import org.paptracker.values.StocktakeCode;
import org.paptracker.values.StocktakeKind;
import org.paptracker.values.StocktakeState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/stocktakes")
class StocktakeApi {
    private final Stocktakes stocktakes;
    private final KnownPlans plans;
    private final AsAtReader asAt;

    StocktakeApi(Stocktakes stocktakes, KnownPlans plans, AsAtReader asAt) {
        this.stocktakes = stocktakes;
        this.plans = plans;
        this.asAt = asAt;
    }

    @Needs(Right.READ)
    @GetMapping
    Page<StocktakeItem> stocktakes(
            @PathVariable PlanId plan,
            @RequestParam @Nullable StocktakeState state,
            @RequestParam @Nullable StocktakeKind kind,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        return Page.of(
                stocktakes.of(plan, when).stream()
                        .filter(stocktake -> state == null || stocktake.state() == state)
                        .filter(stocktake -> kind == null || stocktake.details().kind() == kind)
                        .map(StocktakeItem::of)
                        .toList(),
                item -> item.stocktake().code().value(),
                cursor,
                limit);
    }

    @Needs(Right.READ)
    @GetMapping("/{stocktake}")
    ResponseEntity<StocktakeItem> stocktake(
            @PathVariable PlanId plan,
            @PathVariable StocktakeCode stocktake,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt) {
        plans.require(plan);
        StocktakeView view = stocktakes.get(plan, stocktake, asAt.read(plan, knownAt, effectiveAt));
        return ResponseEntity.ok().eTag("\"" + view.stamp().version() + "\"").body(StocktakeItem.of(view));
    }
}

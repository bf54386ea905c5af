package org.paptracker.query.stocktake;

import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeKind;
import org.paptracker.values.stocktake.StocktakeState;
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

    StocktakeApi(Stocktakes stocktakes) {
        this.stocktakes = stocktakes;
    }

    @RequiresRight(Right.READ)
    @GetMapping
    Page<StocktakeItem> stocktakes(
            @PathVariable PlanId plan,
            @RequestParam @Nullable StocktakeState state,
            @RequestParam @Nullable StocktakeKind kind,
            AsAt asAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        return Page.of(
                stocktakes.of(plan, asAt).stream()
                        .filter(stocktake -> state == null || stocktake.state() == state)
                        .filter(stocktake -> kind == null || stocktake.details().kind() == kind)
                        .map(StocktakeItem::of)
                        .toList(),
                item -> item.stocktake().code().value(),
                cursor,
                limit);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{stocktake}")
    ResponseEntity<StocktakeItem> stocktake(
            @PathVariable PlanId plan, @PathVariable StocktakeCode stocktake, AsAt asAt) {
        StocktakeView view = stocktakes.get(plan, stocktake, asAt);
        return Tagged.of(view, StocktakeItem.of(view));
    }
}

package org.paptracker.query.stocktake;

import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.stocktake.StocktakeCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
    Page<StocktakeItem> stocktakes(@PathVariable PlanId plan, StocktakeFilter filter, AsAt asAt, Paging paging) {
        List<StocktakeItem> items = stocktakes.of(plan, asAt).stream()
                .filter(filter::admits)
                .map(StocktakeItem::of)
                .toList();
        return Page.of(items, item -> item.stocktake().code().value(), paging);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{stocktake}")
    ResponseEntity<StocktakeItem> stocktake(
            @PathVariable PlanId plan, @PathVariable StocktakeCode stocktake, AsAt asAt) {
        StocktakeView view = stocktakes.get(plan, stocktake, asAt);
        return Tagged.of(view, StocktakeItem.of(view));
    }
}

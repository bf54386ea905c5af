package org.paptracker.query.stocktake;

import java.time.LocalDate;
import java.util.Optional;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.Moment;
import org.paptracker.query.history.NamedMoments;
import org.paptracker.query.stocktake.StocktakeView.CutOff;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.stocktake.StocktakeCode;
import org.springframework.stereotype.Component;

/** {@code stocktake:2025-02} is the cut-off of that stocktake. */
@Component
class StocktakeMoments implements NamedMoments {
    private final Stocktakes stocktakes;

    StocktakeMoments(Stocktakes stocktakes) {
        this.stocktakes = stocktakes;
    }

    @Override
    public String kind() {
        return "stocktake";
    }

    @Override
    public Optional<Moment> find(PlanId plan, String code, Scope scope) {
        if (code.isBlank()) return Optional.empty();
        AsAt now = new AsAt(null, null, LocalDate.EPOCH, scope); // no view of a stocktake depends on the day
        return stocktakes
                .find(plan, new StocktakeCode(code), now)
                .flatMap(stocktake -> Optional.ofNullable(stocktake.cutOff()))
                .map(CutOff::moment);
    }
}

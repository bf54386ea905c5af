package org.paptracker.query.stocktake;

import java.time.LocalDate;
import java.util.Optional;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.Moment;
import org.paptracker.query.history.NamedMoments;
import org.paptracker.query.stocktake.StocktakeView.CutOff;
import org.paptracker.values.PlanId;
import org.paptracker.values.StocktakeCode;
import org.springframework.stereotype.Component;

/** {@code stocktake:2025-02} is the cut-off of that stocktake. */
@Component
class StocktakeMoments implements NamedMoments {
    private static final AsAt NOW = new AsAt(null, null, LocalDate.EPOCH); // no view of a stocktake depends on the day

    private final Stocktakes stocktakes;

    StocktakeMoments(Stocktakes stocktakes) {
        this.stocktakes = stocktakes;
    }

    @Override
    public String kind() {
        return "stocktake";
    }

    @Override
    public Optional<Moment> find(PlanId plan, String code) {
        if (code.isBlank()) return Optional.empty();
        return stocktakes
                .find(plan, new StocktakeCode(code), NOW)
                .flatMap(stocktake -> Optional.ofNullable(stocktake.cutOff()))
                .map(CutOff::moment);
    }
}

package org.paptracker.query.stocktake;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.stocktake.StocktakeKind;
import org.paptracker.values.stocktake.StocktakeState;

/** What a list of stocktakes is narrowed to. Each is null where it does not matter. */
@FromQuery
record StocktakeFilter(
        @Nullable StocktakeState state, @Nullable StocktakeKind kind) {
    boolean admits(StocktakeView stocktake) {
        return (state == null || stocktake.state() == state)
                && (kind == null || stocktake.details().kind() == kind);
    }
}

package org.paptracker.query.stocktake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A stocktake as the API shows it.
 *
 * @param unanswered how many recommendations wait for an answer
 */
record StocktakeItem(@JsonUnwrapped StocktakeView stocktake, long unanswered) {
    static StocktakeItem of(StocktakeView stocktake) {
        return new StocktakeItem(stocktake, stocktake.unanswered());
    }
}

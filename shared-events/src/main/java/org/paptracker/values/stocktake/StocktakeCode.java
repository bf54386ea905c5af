package org.paptracker.values.stocktake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A stocktake, by a code its recorder chooses: {@code 2025-02}. */
public record StocktakeCode(@JsonValue String value) implements Comparable<StocktakeCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StocktakeCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(StocktakeCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.paptracker.values.risk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A risk to a plan, by the plan's own code: {@code R-01}. */
public record RiskCode(@JsonValue String value) implements Comparable<RiskCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RiskCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(RiskCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.paptracker.values.risk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;

/** A risk to a plan, by the plan's own code: {@code R-01}. */
public record RiskCode(@JsonValue String value) implements Comparable<RiskCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RiskCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(RiskCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.paptracker.values.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** An area of a plan, by the plan's own code: {@code PA3}. */
public record AreaCode(@JsonValue String value) implements Comparable<AreaCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AreaCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(AreaCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.paptracker.values.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A transformation theme of a plan, by the plan's own code: {@code T2}. */
public record ThemeCode(@JsonValue String value) implements Comparable<ThemeCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ThemeCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(ThemeCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

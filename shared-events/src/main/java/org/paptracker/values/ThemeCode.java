package org.paptracker.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A transformation theme of a plan, by the plan's own code: {@code T2}. */
public record ThemeCode(@JsonValue String value) implements Comparable<ThemeCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ThemeCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(ThemeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

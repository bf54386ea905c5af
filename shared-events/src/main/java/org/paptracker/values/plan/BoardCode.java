package org.paptracker.values.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A board or group that governs a plan, by the plan's own code: {@code SIAB}. */
public record BoardCode(@JsonValue String value) implements Comparable<BoardCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BoardCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(BoardCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

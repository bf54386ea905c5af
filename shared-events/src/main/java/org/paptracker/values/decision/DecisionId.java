package org.paptracker.values.decision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** What a board decided, by an id its recorder may choose. */
public record DecisionId(@JsonValue String value) implements Comparable<DecisionId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DecisionId {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(DecisionId other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

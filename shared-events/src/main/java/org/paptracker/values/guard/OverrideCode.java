package org.paptracker.values.guard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A permission to record what the guard has refused, by a code its giver chooses. */
public record OverrideCode(@JsonValue String value) implements Comparable<OverrideCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OverrideCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(OverrideCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.paptracker.values.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** An action, by its plan's own code: {@code PA3-01}. */
public record ActionCode(@JsonValue String value) implements Comparable<ActionCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActionCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(ActionCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

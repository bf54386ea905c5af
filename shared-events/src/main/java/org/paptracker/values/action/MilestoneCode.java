package org.paptracker.values.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A milestone, by its plan's own code: {@code PA3-01.2}. Unique within its action. */
public record MilestoneCode(@JsonValue String value) implements Comparable<MilestoneCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MilestoneCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(MilestoneCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

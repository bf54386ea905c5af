package org.paptracker.values.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A workstream of a plan, by the plan's own code: {@code data-dashboards}. */
public record WorkstreamCode(@JsonValue String value) implements Comparable<WorkstreamCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkstreamCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(WorkstreamCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

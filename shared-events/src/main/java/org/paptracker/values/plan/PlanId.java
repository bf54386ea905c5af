package org.paptracker.values.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A plan's own code, unique in the tracker: {@code oxfordshire-pap}. */
public record PlanId(@JsonValue String value) implements Comparable<PlanId>, Serializable {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlanId {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(PlanId other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

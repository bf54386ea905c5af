package org.paptracker.values.kpi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A measure, by its plan's own code: {@code plans-good-or-outstanding}. */
public record KpiCode(@JsonValue String value) implements Comparable<KpiCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KpiCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(KpiCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

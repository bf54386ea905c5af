package org.paptracker.values.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** An organisation of the partnership, by the plan's own code: {@code OCC}. */
public record OrganisationCode(@JsonValue String value) implements Comparable<OrganisationCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(OrganisationCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

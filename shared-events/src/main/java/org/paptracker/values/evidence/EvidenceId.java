package org.paptracker.values.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A piece of evidence, by an id its submitter may choose. */
public record EvidenceId(@JsonValue String value) implements Comparable<EvidenceId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EvidenceId {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(EvidenceId other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

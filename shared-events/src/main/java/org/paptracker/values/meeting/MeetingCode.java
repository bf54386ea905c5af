package org.paptracker.values.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** A meeting of a board: {@code 2025-03}. */
public record MeetingCode(@JsonValue String value) implements Comparable<MeetingCode> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MeetingCode {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(MeetingCode other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

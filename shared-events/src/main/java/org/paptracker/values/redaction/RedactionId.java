package org.paptracker.values.redaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;

/** A redaction, by its number in the order of their proposals: 1, 2, 3 … */
public record RedactionId(@JsonValue String value) implements Comparable<RedactionId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RedactionId {
        Codes.requireText(value);
    }

    public static RedactionId of(long number) {
        return new RedactionId(Long.toString(number));
    }

    /** A shorter number is a smaller one. */
    @Override
    public int compareTo(RedactionId other) {
        int byLength = Integer.compare(value.length(), other.value.length());
        return byLength == 0 ? value.compareTo(other.value) : byLength;
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.paptracker.values.voice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.paptracker.values.Codes;
import org.paptracker.values.NaturalOrder;

/** What somebody said, by an id its recorder may choose. */
public record VoiceId(@JsonValue String value) implements Comparable<VoiceId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VoiceId {
        Codes.requireText(value);
    }

    @Override
    public int compareTo(VoiceId other) {
        return NaturalOrder.OF_TEXTS.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

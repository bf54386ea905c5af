package org.paptracker.values;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What something can be about. Written in lower case. */
public enum SubjectType {
    PLAN,
    AREA,
    THEME,
    ACTION,
    MILESTONE,
    KPI,
    VOICE,
    /** A fact that sources state, by a code of our own: {@code youth-forum-established}. */
    FACT;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.paptracker.log;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long the tests of faults take, and what their chance is made from. */
final class Faults {
    /** They have a short form of seconds, and a long one of many more rounds: {@code ./verify --long}. */
    static final boolean LONG = Boolean.getBoolean("pap.long");

    private Faults() {}

    /** Another one each day; it can be had again: {@code -Dpap.seed}. */
    static long seed() {
        return Long.getLong("pap.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay());
    }
}

package org.paptracker.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads an instant that somebody typed into an address, and says why one can't be read. */
public final class Instants {
    private static final String DAY_AND_TIME = "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?";
    private static final Pattern BLANK_FOR_PLUS = Pattern.compile(DAY_AND_TIME + " \\d\\d(:?\\d\\d)?");
    private static final Pattern NO_OFFSET = Pattern.compile(DAY_AND_TIME);
    private static final Pattern WITH_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ].*");

    private Instants() {}

    /** Whether somebody meant a time of day, and not a whole day. */
    public static boolean isMeant(String text) {
        return WITH_TIME.matcher(text.toUpperCase(Locale.ROOT)).matches();
    }

    /**
     * @throws Refused if what is wrong can be told
     * @throws DateTimeException if it is no instant for any other reason
     */
    public static Instant parse(String parameter, String text) {
        String upper = text.toUpperCase(Locale.ROOT); // RFC 3339 allows a small t and a small z
        if (BLANK_FOR_PLUS.matcher(upper).matches()) {
            throw refused(
                    parameter,
                    "has a blank where the + of its offset was. In an address, write + as %2B:"
                            + " 2025-10-26T00:00:00%2B01:00");
        }
        if (NO_OFFSET.matcher(upper).matches()) {
            throw refused(
                    parameter,
                    "does not say its offset from UTC. End it with Z, or with an offset:"
                            + " 2025-10-26T00:00:00Z or 2025-10-26T00:00:00%2B01:00");
        }
        return OffsetDateTime.parse(upper).toInstant();
    }

    private static Refused refused(String parameter, String why) {
        return new Refused(Problem.malformed(parameter, why));
    }
}

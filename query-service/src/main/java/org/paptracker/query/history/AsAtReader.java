package org.paptracker.query.history;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.LogReader;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.BusinessDate;
import org.springframework.stereotype.Component;

/** Reads {@code knownAt} and {@code effectiveAt}: a date (to the end of its last day, Europe/London) or an instant. */
@Component
public class AsAtReader {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String POSITION = "position:";

    private final LogReader log;
    private final Clock clock;

    AsAtReader(LogReader log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refused if either is given and is neither a date nor an instant */
    public AsAt read(@Nullable String knownAt, @Nullable String effectiveAt) {
        LocalDate day = LocalDate.now(clock.withZone(LONDON));
        Long position = null;
        if (knownAt != null) {
            Moment known = moment("knownAt", knownAt);
            position = log.positionAt(known.instant);
            if (known.day.isBefore(day)) day = known.day;
        }
        LocalDate effective = effectiveAt == null ? null : moment("effectiveAt", effectiveAt).day;
        if (effective != null) day = effective;
        return new AsAt(position, effective, day);
    }

    /**
     * A moment as a position in the log: {@code position:394} as it says, else the last one recorded by then.
     *
     * @throws Refused if it is none of the three
     */
    public long position(String parameter, String text) {
        if (!text.startsWith(POSITION)) return log.positionAt(moment(parameter, text).instant);
        try {
            return Math.min(Long.parseLong(text.substring(POSITION.length())), log.position());
        } catch (NumberFormatException e) {
            throw new Refused(Problem.malformed(parameter, "must be a position such as position:394"));
        }
    }

    /** @param day Europe/London */
    private record Moment(Instant instant, LocalDate day) {}

    private static Moment moment(String parameter, String text) {
        try {
            Instant instant = text.contains("T")
                    ? Instant.parse(text)
                    : BusinessDate.parse(text)
                            .last()
                            .plusDays(1)
                            .atStartOfDay(LONDON)
                            .toInstant()
                            .minusMillis(1);
            return new Moment(instant, LocalDate.ofInstant(instant, LONDON));
        } catch (DateTimeException e) { // not a date, or one beyond all years
            throw new Refused(Problem.malformed(
                    parameter, "must be a date such as 2025-02-13 or an instant such as 2025-02-13T09:30:00Z"));
        }
    }
}

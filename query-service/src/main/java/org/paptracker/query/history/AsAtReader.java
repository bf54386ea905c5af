package org.paptracker.query.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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
            Instant known = instant("knownAt", knownAt);
            position = log.positionAt(known);
            LocalDate knownDay = LocalDate.ofInstant(known, LONDON);
            if (knownDay.isBefore(day)) day = knownDay;
        }
        LocalDate effective =
                effectiveAt == null ? null : LocalDate.ofInstant(instant("effectiveAt", effectiveAt), LONDON);
        if (effective != null) day = effective;
        return new AsAt(position, effective, day);
    }

    private static Instant instant(String parameter, String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : BusinessDate.parse(text)
                            .last()
                            .plusDays(1)
                            .atStartOfDay(LONDON)
                            .toInstant()
                            .minusMillis(1);
        } catch (DateTimeParseException e) {
            throw new Refused(Problem.malformed(
                    parameter, "must be a date such as 2025-02-13 or an instant such as 2025-02-13T09:30:00Z"));
        }
    }
}

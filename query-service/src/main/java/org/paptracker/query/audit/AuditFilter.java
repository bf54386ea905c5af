package org.paptracker.query.audit;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.query.history.ReadAccess;
import org.paptracker.query.platform.web.FromQuery;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the history is narrowed to. Each is null where it does not matter.
 *
 * @param subject a code, or type and code
 * @param acrossPlans with what the subject was under earlier and later plans; without a subject, with those plans
 * @param type an event's name, such as {@code milestone-progress-recorded}
 * @param from first day of recording, Europe/London
 * @param to last day of recording, Europe/London
 */
@FromQuery
record AuditFilter(
        @Nullable String subject,
        @RequestParam(defaultValue = "false") boolean acrossPlans,
        @Nullable String area,
        @Nullable String theme,
        @Nullable String actor,
        @Nullable String organisation,
        @Nullable String role,
        @Nullable String type,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /**
     * Whether it does, but for the subject and the days.
     *
     * @param access of the reader, who asks for people by the names that they are told
     * @throws Refused if the reader is not told names, and asks for one
     */
    Predicate<AuditEntry> admits(ReadAccess access) {
        if (actor == null) return this::admits;
        if (!access.people()) {
            throw new Refused(Problem.of(
                    403,
                    "audit.actor-hidden",
                    "Only people who have signed in can look for who did something. Please sign in, or ask by role or"
                            + " organisation."));
        }
        return entry ->
                admits(entry) && actor.equals(access.named(entry.actor()).toString());
    }

    private boolean admits(AuditEntry entry) {
        return (area == null || entry.areas().contains(area))
                && (theme == null || entry.themes().contains(theme))
                && (organisation == null || organisation.equals(entry.organisation()))
                && (role == null || role.equals(entry.role()))
                && (type == null || type.equals(entry.type()));
    }
}

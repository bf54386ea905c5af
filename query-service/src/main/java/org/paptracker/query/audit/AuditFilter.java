package org.paptracker.query.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
    /** Whether it does, but for the subject and the days. */
    boolean admits(AuditEntry entry) {
        return (area == null || entry.areas().contains(area))
                && (theme == null || entry.themes().contains(theme))
                && (actor == null || actor.equals(entry.actor()))
                && (organisation == null || organisation.equals(entry.organisation()))
                && (role == null || role.equals(entry.role()))
                && (type == null || type.equals(entry.type()));
    }
}

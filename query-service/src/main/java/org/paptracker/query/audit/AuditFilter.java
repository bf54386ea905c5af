package org.paptracker.query.audit;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the history is narrowed to. Each but the first is null where it does not matter.
 *
 * @param about what plan and subject, here or across plans
 * @param type an event's name, such as {@code milestone-progress-recorded}
 */
record AuditFilter(
        Predicate<AuditEntry> about,
        @Nullable String area,
        @Nullable String theme,
        @Nullable String actor,
        @Nullable String organisation,
        @Nullable String role,
        @Nullable String type) {

    boolean admits(AuditEntry entry) {
        return about.test(entry)
                && (area == null || entry.areas().contains(area))
                && (theme == null || entry.themes().contains(theme))
                && (actor == null || actor.equals(entry.actor()))
                && (organisation == null || organisation.equals(entry.organisation()))
                && (role == null || role.equals(entry.role()))
                && (type == null || type.equals(entry.type()));
    }
}

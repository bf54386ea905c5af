package org.paptracker.query.audit;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.PlanId;

/**
 * What the history is narrowed to. Each but the plan is null where it does not matter.
 *
 * @param subject a code, or type and code: {@code PA3-01.2} or {@code milestone:PA3-01.2}
 * @param type an event's name, such as {@code milestone-progress-recorded}
 */
record AuditFilter(
        PlanId plan,
        @Nullable String subject,
        @Nullable String area,
        @Nullable String theme,
        @Nullable String actor,
        @Nullable String organisation,
        @Nullable String role,
        @Nullable String type) {

    boolean admits(AuditEntry entry) {
        return entry.plan().equals(plan)
                && (subject == null || isAbout(entry.subject()))
                && (area == null || entry.areas().contains(area))
                && (theme == null || entry.themes().contains(theme))
                && (actor == null || actor.equals(entry.actor()))
                && (organisation == null || organisation.equals(entry.organisation()))
                && (role == null || role.equals(entry.role()))
                && (type == null || type.equals(entry.type()));
    }

    private boolean isAbout(AuditEntry.Subject about) {
        return about.code().equals(subject) || (about.type() + ":" + about.code()).equals(subject);
    }
}

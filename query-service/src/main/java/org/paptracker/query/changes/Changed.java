package org.paptracker.query.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.audit.AuditEntry;
import org.paptracker.query.audit.AuditEntry.Change;
import org.paptracker.query.audit.AuditEntry.Subject;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.PlanId;

/**
 * What became of one subject.
 *
 * @param said what happened, in words, in the order recorded
 * @param changes from the first state to the last, by field; what changed and changed back is not among them
 */
public record Changed(PlanId plan, Subject subject, List<Said> said, List<Change> changes) {

    /** @param effectiveOn when it became true; null for what has no date of its own */
    public record Said(long position, @Nullable BusinessDate effectiveOn, String sentence) {}

    static Changed of(AuditEntry entry) {
        return new Changed(
                entry.plan(),
                entry.subject(),
                List.of(new Said(entry.position(), entry.effectiveOn(), entry.sentence())),
                entry.changes().stream()
                        .sorted(Comparator.comparing(Change::field))
                        .toList());
    }

    /** This and then {@code later}: the same as if both had been asked for at once. */
    Changed then(Changed later) {
        List<Said> both = new ArrayList<>(said);
        both.addAll(later.said);
        Map<String, Change> fields = new TreeMap<>();
        for (Change change : changes) fields.put(change.field(), change);
        for (Change change : later.changes) {
            Change first = fields.get(change.field());
            fields.put(
                    change.field(),
                    first == null ? change : new Change(change.field(), first.before(), change.after()));
        }
        fields.values().removeIf(change -> Objects.equals(change.before(), change.after()));
        return new Changed(plan, subject, List.copyOf(both), List.copyOf(fields.values()));
    }
}

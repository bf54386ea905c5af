package org.paptracker.query.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.audit.AuditEntry.Change;
import org.paptracker.query.history.EntrySubject;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanId;

/**
 * What became of one subject.
 *
 * @param said what happened, in words, in the order recorded
 * @param changes from the first state to the last, by field; what changed and changed back is not among them
 */
public record Changed(PlanId plan, EntrySubject subject, List<Said> said, List<Change> changes) {

    /** @param effectiveOn when it became true; null for what has no date of its own */
    public record Said(long position, @Nullable BusinessDate effectiveOn, String sentence) {}
}

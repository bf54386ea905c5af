package org.paptracker.query.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.paptracker.query.audit.Audit;
import org.paptracker.query.audit.AuditEntry;
import org.paptracker.query.audit.AuditEntry.Subject;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;

/** Adds up the history between two positions: each entry already says what it changed, by the very folds of the views. */
@Component
public class Changes {
    private static final int WINDOW = 500;

    private final Audit audit;

    Changes(Audit audit) {
        this.audit = audit;
    }

    /** What was recorded after {@code from}, up to and with {@code to}; by subject, in the order they first changed. */
    public List<Changed> between(PlanId plan, long from, long to) {
        Map<Subject, Changed> changed = new LinkedHashMap<>();
        for (long start = from + 1; start <= to; start += WINDOW) {
            List<AuditEntry> entries = new ArrayList<>(audit.between(start, Math.min(to, start + WINDOW - 1)));
            Collections.reverse(entries);
            for (AuditEntry entry : entries) {
                if (entry.plan().equals(plan)) changed.merge(entry.subject(), Changed.of(entry), Changed::then);
            }
        }
        return List.copyOf(changed.values());
    }
}

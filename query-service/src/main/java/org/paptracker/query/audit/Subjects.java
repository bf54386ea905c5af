package org.paptracker.query.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.history.EntrySubject;
import org.paptracker.query.lineage.Lineage;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** Says which entries are about a subject: a code, or type and code, such as {@code milestone:PA3-01.2}. */
@Component
class Subjects {
    private final Actions actions;
    private final Lineage lineage;
    private final AsAtReader asAt;

    Subjects(Actions actions, Lineage lineage, AsAtReader asAt) {
        this.actions = actions;
        this.lineage = lineage;
        this.asAt = asAt;
    }

    /**
     * @param subject null for everything
     * @param acrossPlans with the other plans of the line; of an action or milestone, with what it was under any plan
     *     it came from or went to
     */
    Predicate<AuditEntry> about(PlanId plan, @Nullable String subject, boolean acrossPlans) {
        if (!acrossPlans) return entry -> entry.plan().equals(plan) && isAbout(entry.subject(), subject);
        AsAt now = asAt.now();
        if (subject == null) {
            Set<PlanId> line = Set.copyOf(lineage.of(plan, now));
            return entry -> line.contains(entry.plan());
        }
        Set<Where> wanted = new HashSet<>();
        for (ActionView action : actions.of(plan, now)) {
            List<ActionView> lives = actions.lives(action, now);
            if (isAbout(new EntrySubject("action", action.code().value()), subject)) {
                for (ActionView life : lives)
                    wanted.add(new Where(life.plan(), life.code().value(), null));
            }
            String code = subject.substring(subject.indexOf(':') + 1);
            boolean hasIt = isAbout(new EntrySubject("milestone", code), subject)
                    && lives.stream()
                            .anyMatch(life ->
                                    life.milestone(new MilestoneCode(code)).isPresent());
            if (hasIt)
                for (ActionView life : lives)
                    wanted.add(new Where(life.plan(), life.code().value(), code));
        }
        return entry ->
                (entry.plan().equals(plan) && isAbout(entry.subject(), subject)) || wanted.contains(Where.of(entry));
    }

    /** @param milestone null for the action itself */
    private record Where(
            PlanId plan, @Nullable String action, @Nullable String milestone) {
        static Where of(AuditEntry entry) {
            EntrySubject subject = entry.subject();
            return subject.action() == null
                    ? new Where(entry.plan(), subject.type().equals("action") ? subject.code() : null, null)
                    : new Where(entry.plan(), subject.action(), subject.code());
        }
    }

    private static boolean isAbout(EntrySubject about, @Nullable String subject) {
        return subject == null || about.code().equals(subject) || (about.type() + ":" + about.code()).equals(subject);
    }
}

package org.paptracker.command.platform.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.values.evidence.EvidenceId;

/**
 * What a command is decided in. Everything that a rule may need besides the state and the command comes from here, and is
 * looked up only if the rule asks for it.
 */
public interface Context {
    Actor actor();

    /** Which day it is, Europe/London. */
    LocalDate today();

    /** The terms of the plan that the command names, as its stream has them now. */
    PlanTerms plan();

    /** Which of these are withdrawn, in order. Evidence that the sender cannot see is as if it were not there. */
    default SortedSet<EvidenceId> withdrawn(Collection<EvidenceId> named) {
        return access().withdrawn(named);
    }

    /** Whose work the things of the plan are. */
    WriteAccess access();

    /**
     * Refuses what would give something a code that people take for another's.
     *
     * @param begun the stream that begins with what was decided; null if it is there already
     * @throws RuleBroken {@code code.looks-alike}
     */
    default void requireUnlike(@Nullable String begun, List<? extends DomainEvent> decided) {}

    /** Where words stand in the log. */
    Places places();
}

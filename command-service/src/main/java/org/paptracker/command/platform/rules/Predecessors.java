package org.paptracker.command.platform.rules;

import java.util.Set;
import java.util.TreeSet;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.fold.Fold;
import org.paptracker.values.plan.PlanId;

/** The plans whose place a plan took. */
public record Predecessors(Set<PlanId> plans) {
    public static final Fold<Predecessors, PlanEvent> FOLD = Fold.from(new Predecessors(Set.of()), PlanEvent.class)
            .on(PlanTookOver.class, (before, event) -> before.and(event.predecessor()))
            .partial();

    private Predecessors and(PlanId predecessor) {
        Set<PlanId> more = new TreeSet<>(plans);
        more.add(predecessor);
        return new Predecessors(Set.copyOf(more));
    }
}

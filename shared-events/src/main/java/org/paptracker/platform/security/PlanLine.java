package org.paptracker.platform.security;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.paptracker.values.plan.PlanId;

/**
 * A line of plans that followed each other. Only a supersession makes one, for both plans record that: what a plan merely
 * says of itself opens nothing.
 */
public final class PlanLine {
    private PlanLine() {}

    /**
     * The plan, and the plans whose place it took, one after another.
     *
     * @param predecessors those that gave way to a plan, as its stream has it
     */
    public static Set<PlanId> of(PlanId plan, Function<PlanId, ? extends Collection<PlanId>> predecessors) {
        Set<PlanId> line = new LinkedHashSet<>();
        Deque<PlanId> left = new ArrayDeque<>(Set.of(plan));
        while (!left.isEmpty()) {
            PlanId one = left.pop();
            if (line.add(one)) predecessors.apply(one).forEach(left::push);
        }
        return line;
    }
}

package org.paptracker.query.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.lineage.Lineage;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** Reads the line of plans from what each says of the other: that it gave way, or whose place it takes. */
@Component
class PlanLineage implements Lineage {
    private final Plans plans;

    PlanLineage(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<PlanId> of(PlanId plan, AsAt asAt) {
        List<PlanView> all = plans.all(asAt);
        List<PlanId> line = new ArrayList<>(reached(plan, all, (from, to) -> gaveWay(to, from)));
        Collections.reverse(line);
        reached(plan, all, PlanLineage::gaveWay).stream().skip(1).forEach(line::add);
        return line.stream().distinct().toList();
    }

    private static boolean gaveWay(PlanView earlier, PlanView later) {
        return later.code().equals(earlier.supersededBy())
                || earlier.code().equals(later.details().supersedes())
                || later.origins().predecessors().stream()
                        .anyMatch(each -> each.plan().equals(earlier.code()));
    }

    /** The plan first, then whatever can be reached from it step by step. */
    private static Set<PlanId> reached(PlanId plan, List<PlanView> all, BiPredicate<PlanView, PlanView> step) {
        Set<PlanId> reached = new LinkedHashSet<>(Set.of(plan));
        for (boolean more = true; more; ) {
            List<PlanId> next = all.stream()
                    .filter(from -> reached.contains(from.code()))
                    .flatMap(from -> all.stream().filter(to -> step.test(from, to)))
                    .map(PlanView::code)
                    .toList();
            more = reached.addAll(next);
        }
        return reached;
    }
}

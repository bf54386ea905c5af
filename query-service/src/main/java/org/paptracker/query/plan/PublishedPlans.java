package org.paptracker.query.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.fold.Recorded;
import org.paptracker.platform.security.PlanLine;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.History;
import org.paptracker.query.plan.PlanView.Predecessor;
import org.paptracker.query.platform.projection.PlanReadAccess;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** A plan is for the partnership until it is published, and for everybody from then on, whatever becomes of it. */
@Component
class PublishedPlans implements PlanReadAccess {
    private static final AsAt NOW =
            new AsAt(null, null, LocalDate.EPOCH, Scope.EVERYTHING); // no plan depends on the day

    private final Plans plans;
    private final History history;

    PublishedPlans(Plans plans, History history) {
        this.plans = plans;
        this.history = history;
    }

    @Override
    public boolean exists(PlanId plan) {
        return plans.exists(plan);
    }

    @Override
    public boolean sees(PlanId plan, Scope scope) {
        return scope.upTo() != Visibility.PUBLIC || plans.of(plan, NOW).stream().anyMatch(PlanView::published);
    }

    @Override
    public long seenFrom(PlanId plan, Scope scope) {
        if (scope.upTo() != Visibility.PUBLIC) return 0;
        return history.entries(List.of(Plans.stream(plan))).values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.event() instanceof PlanPublished)
                .mapToLong(Recorded::position)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public Set<PlanId> line(PlanId plan) {
        return PlanLine.of(
                plan,
                one -> plans.of(one, NOW).stream()
                        .flatMap(view -> view.origins().predecessors().stream())
                        .map(Predecessor::plan)
                        .toList());
    }
}

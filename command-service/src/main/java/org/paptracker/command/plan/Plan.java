package org.paptracker.command.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.ImprovementNoticeIssued;
import org.paptracker.events.PlanEvent.InspectionRecorded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanReopened;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.fold.Fold;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;

/**
 * What decisions about a plan need to know.
 *
 * @param details null while the plan is not registered
 * @param approved what they were when they were last approved; null while nothing is
 * @param successor null unless superseded
 * @param predecessors the plans that gave way to it
 * @param drivers the inspections and improvement notices recorded so far
 */
record Plan(
        @Nullable PlanDetails details,
        @Nullable PlanDetails approved,
        PlanState state,
        @Nullable PlanId successor,
        Set<PlanId> predecessors,
        Set<PlanEvent> drivers) {

    static final Fold<Plan, PlanEvent> FOLD = Fold.from(
                    new Plan(null, null, PlanState.DRAFT, null, Set.of(), Set.of()), PlanEvent.class)
            .on(PlanRegistered.class, (plan, event) -> plan.described(event.details()))
            .on(PlanAmended.class, (plan, event) -> plan.described(event.details()))
            .on(AreaAdded.class, (plan, event) -> plan.extended(event.area()))
            .on(PlanApproved.class, (plan, event) -> plan.approvedAsItIs())
            .on(PlanReopened.class, (plan, event) -> plan.in(PlanState.DRAFT).approvedAs(null))
            .on(PlanPublished.class, (plan, event) -> plan.in(PlanState.PUBLISHED))
            .on(
                    PlanSuperseded.class,
                    (plan, event) -> plan.in(PlanState.SUPERSEDED).succeededBy(event.successor()))
            .on(PlanTookOver.class, (plan, event) -> plan.after(event.predecessor()))
            .on(PlanClosed.class, (plan, event) -> plan.in(PlanState.CLOSED))
            .on(InspectionRecorded.class, (plan, event) -> plan.driven(event))
            .on(ImprovementNoticeIssued.class, (plan, event) -> plan.driven(event))
            .exhaustive();

    /** Whether all that it says now is what was approved. */
    boolean isApproved() {
        return approved != null
                && details != null
                && approved.differences(details).isEmpty();
    }

    boolean hasEnded() {
        return state == PlanState.SUPERSEDED || state == PlanState.CLOSED;
    }

    private Plan extended(Area area) {
        if (details == null) return this;
        List<Area> areas =
                Stream.concat(details.areas().stream(), Stream.of(area)).toList();
        return described(new PlanDetails(
                details.title(),
                details.type(),
                details.localArea(),
                details.draftSubmittedOn(),
                details.startsOn(),
                details.endsOn(),
                details.organisations(),
                areas,
                details.themes(),
                details.workstreams(),
                details.boards(),
                details.supersedes()));
    }

    private Plan after(PlanId predecessor) {
        Set<PlanId> more = new HashSet<>(predecessors);
        more.add(predecessor);
        return described(superseding(details, predecessor))
                .approvedAs(superseding(approved, predecessor))
                .succeeding(Set.copyOf(more));
    }

    private static @Nullable PlanDetails superseding(@Nullable PlanDetails details, PlanId predecessor) {
        return details == null ? null : details.superseding(predecessor);
    }

    private Plan driven(PlanEvent by) {
        Set<PlanEvent> more = new HashSet<>(drivers);
        more.add(by);
        return drivenBy(Set.copyOf(more));
    }

    private Plan described(@Nullable PlanDetails now) {
        return new Plan(now, approved, state, successor, predecessors, drivers);
    }

    /** What was added to a published plan is approved later, and the plan stays published. */
    private Plan approvedAsItIs() {
        return in(state == PlanState.PUBLISHED ? state : PlanState.APPROVED).approvedAs(details);
    }

    private Plan approvedAs(@Nullable PlanDetails content) {
        return new Plan(details, content, state, successor, predecessors, drivers);
    }

    private Plan in(PlanState next) {
        return new Plan(details, approved, next, successor, predecessors, drivers);
    }

    private Plan succeededBy(PlanId other) {
        return new Plan(details, approved, state, other, predecessors, drivers);
    }

    private Plan succeeding(Set<PlanId> others) {
        return new Plan(details, approved, state, successor, others, drivers);
    }

    private Plan drivenBy(Set<PlanEvent> all) {
        return new Plan(details, approved, state, successor, predecessors, all);
    }
}

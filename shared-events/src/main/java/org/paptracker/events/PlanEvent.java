package org.paptracker.events;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;

/** What can happen to a plan: draft, approved, published, then superseded or closed. Life cycle: PLAN-1 to PLAN-9, X3d. */
@EventFamily("plan")
public sealed interface PlanEvent extends DomainEvent {
    @Override
    default String stream() {
        return Streams.of(plan());
    }

    @EventType(value = "plan-registered", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record PlanRegistered(PlanId plan, PlanDetails details) implements PlanEvent {}

    /** The whole of the details as they now are. No code is ever taken away: others may refer to it. */
    @EventType(value = "plan-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record PlanAmended(PlanId plan, PlanDetails details) implements PlanEvent {}

    @EventType(value = "plan-area-added", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record AreaAdded(PlanId plan, Area area) implements PlanEvent {}

    /**
     * All that the plan says at that moment is approved. Again later, it covers what was added since.
     *
     * @param approvedBy the body that approved, such as Ofsted
     */
    @EventType(value = "plan-approved", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record PlanApproved(
            PlanId plan,
            BusinessDate effectiveOn,
            String approvedBy,
            @Nullable ErasableText note) implements PlanEvent {}

    @EventType(value = "plan-published", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record PlanPublished(
            PlanId plan, BusinessDate effectiveOn, @Nullable String url) implements PlanEvent {}

    /** What was approved is open to change again, until it is approved anew. */
    @EventType("plan-reopened")
    record PlanReopened(PlanId plan, BusinessDate effectiveOn, ErasableText reason) implements PlanEvent {}

    @EventType("plan-superseded")
    record PlanSuperseded(
            PlanId plan,
            BusinessDate effectiveOn,
            PlanId successor,
            @Nullable ErasableText reason) implements PlanEvent {}

    /** The other end of a supersession, recorded in the same commit. */
    @EventType("plan-took-over")
    record PlanTookOver(PlanId plan, BusinessDate effectiveOn, PlanId predecessor) implements PlanEvent {}

    @EventType("plan-closed")
    record PlanClosed(PlanId plan, BusinessDate effectiveOn, ErasableText reason) implements PlanEvent {}

    /**
     * An inspection that drives the plan; true from its last day.
     *
     * @param inspectedBy the inspectorates
     * @param reportedOn when the report was published; null if not known
     */
    @EventType(value = "inspection-recorded", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record InspectionRecorded(
            PlanId plan,
            BusinessDate startedOn,
            BusinessDate effectiveOn,
            @Nullable BusinessDate reportedOn,
            String inspectedBy,
            ErasableText outcome)
            implements PlanEvent {}

    @EventType(value = "improvement-notice-issued", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record ImprovementNoticeIssued(
            PlanId plan,
            BusinessDate effectiveOn,
            String issuedBy,
            String issuedTo,
            @Nullable ErasableText note) implements PlanEvent {}
}

package org.paptracker.command.plan;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.Streams;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;

/** What can be asked of a plan. An {@code effectiveOn} that is null means today. */
sealed interface PlanCommand extends Command {
    @Override
    default String stream() {
        return Streams.of(plan());
    }

    /** Registers the plan or, if it is registered already, amends it: the whole of its details as they should be. */
    record RegisterPlan(PlanId plan, PlanDetails details) implements PlanCommand {}

    record ApprovePlan(
            PlanId plan,
            @Nullable BusinessDate effectiveOn,
            String approvedBy,
            @Nullable ErasableText note) implements PlanCommand {}

    /** Takes the approval back, so that the plan can be amended. */
    record ReopenPlan(PlanId plan, @Nullable BusinessDate effectiveOn, ErasableText reason) implements PlanCommand {}

    record PublishPlan(
            PlanId plan,
            @Nullable BusinessDate effectiveOn,
            @Nullable String url) implements PlanCommand {}

    record SupersedePlan(
            PlanId plan,
            @Nullable BusinessDate effectiveOn,
            PlanId successor,
            @Nullable ErasableText reason) implements PlanCommand {}

    /** What a supersession asks of the successor. No request asks it: it comes with {@link SupersedePlan}. */
    record TakeOver(PlanId plan, BusinessDate effectiveOn, PlanId predecessor) implements PlanCommand {}

    record ClosePlan(PlanId plan, @Nullable BusinessDate effectiveOn, ErasableText reason) implements PlanCommand {}

    record AddArea(PlanId plan, Area area) implements PlanCommand {}

    record RecordInspection(
            PlanId plan,
            BusinessDate startedOn,
            BusinessDate endedOn,
            @Nullable BusinessDate reportedOn,
            String inspectedBy,
            ErasableText outcome)
            implements PlanCommand {}

    record RecordImprovementNotice(
            PlanId plan,
            BusinessDate issuedOn,
            String issuedBy,
            String issuedTo,
            @Nullable ErasableText note) implements PlanCommand {}
}

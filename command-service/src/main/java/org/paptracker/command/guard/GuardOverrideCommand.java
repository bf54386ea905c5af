package org.paptracker.command.guard;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.Streams;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.plan.PlanId;

/** What can be asked of an override. */
sealed interface GuardOverrideCommand extends Command {
    OverrideCode override();

    @Override
    default String stream() {
        return Streams.of(GuardEvent.class, plan(), override());
    }

    /**
     * @param kinds that it lets through
     * @param validUntil the last day on which it can be used; null for a week from today
     * @param request that it is for
     */
    record GrantOverride(
            PlanId plan,
            OverrideCode override,
            SortedSet<PersonalDataKind> kinds,
            ErasableText justification,
            @Nullable BusinessDate validUntil,
            GuardedRequest request)
            implements GuardOverrideCommand {}

    /** Whether it would let this through now. */
    record JudgeOverride(PlanId plan, OverrideCode override, GuardedRequest request) implements GuardOverrideCommand {}

    record UseOverride(PlanId plan, OverrideCode override, GuardedRequest request) implements GuardOverrideCommand {}
}

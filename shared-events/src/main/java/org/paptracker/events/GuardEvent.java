package org.paptracker.events;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ClosedShape;
import org.paptracker.values.ErasableText;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;
import org.paptracker.values.plan.PlanId;

/** What can happen to a permission to record what the guard refuses. Life cycle: docs/requirements.md, GRD-9 to GRD-14. */
@EventFamily("guard-override")
public sealed interface GuardEvent extends DomainEvent {
    OverrideCode override();

    @Override
    default String stream() {
        return Streams.of(GuardEvent.class, plan(), override());
    }

    /**
     * @param kinds that it lets through
     * @param validUntil the last day on which it can be used
     * @param request that it is for; null for one from before overrides were bound: it lets nothing through any more
     */
    @EventType(value = "guard-override-granted", creates = true)
    record GuardOverrideGranted(
            PlanId plan,
            OverrideCode override,
            BusinessDate effectiveOn,
            SortedSet<PersonalDataKind> kinds,
            ErasableText justification,
            BusinessDate validUntil,
            @Nullable GuardedRequest request)
            implements GuardEvent {}

    /**
     * It let one request through and is spent. Recorded in the same commit as what the request asked for.
     *
     * @param suspected where, in the order of the request; never what
     * @param recordedIn the stream that the request was for
     */
    @EventType("guard-override-used")
    record GuardOverrideUsed(
            PlanId plan,
            OverrideCode override,
            BusinessDate effectiveOn,
            List<Suspected> suspected,
            @ClosedShape("a stream of the log") String recordedIn)
            implements GuardEvent {}
}

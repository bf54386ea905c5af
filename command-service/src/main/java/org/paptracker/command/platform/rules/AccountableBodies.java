package org.paptracker.command.platform.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.fold.Fold;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;

/** Which organisation answers for which area of a plan. */
public record AccountableBodies(Map<AreaCode, OrganisationCode> byArea) {
    public static final Fold<AccountableBodies, PlanEvent> FOLD = Fold.from(
                    new AccountableBodies(Map.of()), PlanEvent.class)
            .on(PlanRegistered.class, (bodies, event) -> of(event.details().areas()))
            .on(PlanAmended.class, (bodies, event) -> of(event.details().areas()))
            .on(AreaAdded.class, (bodies, event) -> bodies.with(event.area()))
            .partial();

    private static AccountableBodies of(List<Area> areas) {
        AccountableBodies bodies = new AccountableBodies(Map.of());
        for (Area area : areas) bodies = bodies.with(area);
        return bodies;
    }

    private AccountableBodies with(Area area) {
        Map<AreaCode, OrganisationCode> more = new HashMap<>(byArea);
        more.put(area.code(), area.accountableBody());
        return new AccountableBodies(Map.copyOf(more));
    }
}

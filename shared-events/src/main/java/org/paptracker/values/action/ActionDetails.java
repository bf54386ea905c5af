package org.paptracker.values.action;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/**
 * What will be done, by whom, by when. Every code names something of the plan; sets are ordered by code.
 *
 * @param leadRole who leads the work: a role, never a personal name
 * @param accountableRole who answers for it: a role, never a personal name
 * @param startsOn null where the source gives no date
 * @param dueOn null where the source gives no date
 * @param coProduction null where it is not known how far families share in the work
 */
public record ActionDetails(
        String title,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        SortedSet<WorkstreamCode> workstreams,
        @Nullable String leadRole,
        @Nullable String accountableRole,
        SortedSet<OrganisationCode> organisations,
        @Nullable BusinessDate startsOn,
        @Nullable BusinessDate dueOn,
        @Nullable CoProduction coProduction,
        SortedSet<ActionCode> dependsOn,
        Visibility visibility) {

    /** The same, depending on others. */
    public ActionDetails dependingOn(Collection<ActionCode> actions) {
        return new ActionDetails(
                title,
                areas,
                themes,
                workstreams,
                leadRole,
                accountableRole,
                organisations,
                startsOn,
                dueOn,
                coProduction,
                new TreeSet<>(actions),
                visibility);
    }
}

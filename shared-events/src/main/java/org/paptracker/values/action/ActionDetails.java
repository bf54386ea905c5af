package org.paptracker.values.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
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
 * @param leads who leads the work, the first lead first; empty where the source names none
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Lead> leads,
        @Nullable String accountableRole,
        SortedSet<OrganisationCode> organisations,
        @Nullable BusinessDate startsOn,
        @Nullable BusinessDate dueOn,
        @Nullable CoProduction coProduction,
        SortedSet<ActionCode> dependsOn,
        Visibility visibility) {

    public ActionDetails {
        leads = leads == null ? List.of() : List.copyOf(leads); // JSON leaves it out when there is none
    }

    /** The role of the first lead; null if there is none. */
    public @Nullable String leadRole() {
        return leads.isEmpty() ? null : leads.get(0).role();
    }

    /** The same, depending on others. */
    public ActionDetails dependingOn(Collection<ActionCode> actions) {
        return new ActionDetails(
                title,
                areas,
                themes,
                workstreams,
                leads,
                accountableRole,
                organisations,
                startsOn,
                dueOn,
                coProduction,
                new TreeSet<>(actions),
                visibility);
    }
}

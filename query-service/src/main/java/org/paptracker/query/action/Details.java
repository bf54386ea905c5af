package org.paptracker.query.action;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.CoProduction;
import org.paptracker.values.action.Lead;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/**
 * An action's details as they are told. Stored views of years ago have this shape too, whatever events look like.
 *
 * @param leadRole of the first lead
 * @param leads all of them, if that says more than {@code leadRole} does; null otherwise
 * @param priority 1 for what comes first, to 3; null where nobody set one
 */
public record Details(
        String title,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        SortedSet<WorkstreamCode> workstreams,
        @Nullable String leadRole,
        @Nullable List<Lead> leads,
        @Nullable String accountableRole,
        SortedSet<OrganisationCode> organisations,
        @Nullable BusinessDate startsOn,
        @Nullable BusinessDate dueOn,
        @Nullable CoProduction coProduction,
        SortedSet<ActionCode> dependsOn,
        Visibility visibility,
        @Nullable Integer priority) {
    static final Details NONE = new Details(
            "",
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            null,
            null,
            null,
            Collections.emptySortedSet(),
            null,
            null,
            null,
            Collections.emptySortedSet(),
            Visibility.RESTRICTED,
            null);

    static Details of(ActionDetails agreed) {
        boolean more = !agreed.leads().equals(Lead.ofRole(agreed.leadRole()));
        return new Details(
                agreed.title(),
                agreed.areas(),
                agreed.themes(),
                agreed.workstreams(),
                agreed.leadRole(),
                more ? agreed.leads() : null,
                agreed.accountableRole(),
                agreed.organisations(),
                agreed.startsOn(),
                agreed.dueOn(),
                agreed.coProduction(),
                agreed.dependsOn(),
                agreed.visibility(),
                agreed.priority());
    }

    boolean isLedBy(String role) {
        return role.equals(leadRole)
                || (leads != null && leads.stream().anyMatch(lead -> lead.role().equals(role)));
    }

    Details toldBy(PlanId plan, Disclosure disclosure) {
        return new Details(
                title,
                areas,
                themes,
                workstreams,
                leadRole,
                leads,
                accountableRole,
                organisations,
                startsOn,
                dueOn,
                coProduction,
                dependsOn.stream()
                        .filter(action -> disclosure.names(plan, "action", action))
                        .collect(Collectors.toCollection(TreeSet::new)),
                visibility,
                priority);
    }
}

package org.paptracker.query.report.format2;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.ActionItem;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.CoProduction;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/** An action without its milestones, which have a list of their own. */
record PackAction(
        ActionCode code,
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
        Visibility visibility,
        ActionState state,
        Rating rating,
        long overdue,
        @Nullable Long slippedDays,
        @Nullable Long daysSinceUpdate,
        @Nullable EvidenceLevel strongestEvidence,
        @JsonUnwrapped PackStamp stamp) {

    static PackAction of(ActionItem item) {
        var action = item.action();
        var details = action.details();
        return new PackAction(
                action.code(),
                details.title(),
                details.areas(),
                details.themes(),
                details.workstreams(),
                details.leadRole(),
                details.accountableRole(),
                details.organisations(),
                details.startsOn(),
                details.dueOn(),
                details.coProduction(),
                details.dependsOn(),
                details.visibility(),
                action.state(),
                item.rating(),
                item.overdue(),
                item.slippedDays(),
                item.daysSinceUpdate(),
                item.strongestEvidence(),
                PackStamp.of(action.stamp()));
    }
}

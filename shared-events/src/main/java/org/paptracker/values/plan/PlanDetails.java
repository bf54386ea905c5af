package org.paptracker.values.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;

/**
 * What a plan says of itself. Lists keep the order of the plan document; codes are unique within each.
 *
 * @param draftSubmittedOn when the draft went to the Department for Education; null if not known
 * @param startsOn first month or day of the plan's roadmap; null if not known
 * @param endsOn last month or day of the plan's roadmap; null if not known
 * @param supersedes the plan that gives way to this one; null if none
 */
public record PlanDetails(
        String title,
        PlanType type,
        String localArea,
        @Nullable BusinessDate draftSubmittedOn,
        @Nullable BusinessDate startsOn,
        @Nullable BusinessDate endsOn,
        List<Organisation> organisations,
        List<Area> areas,
        List<Theme> themes,
        List<Workstream> workstreams,
        List<Board> boards,
        @Nullable PlanId supersedes) {

    /** The same, taking the place of an earlier plan, or of none. */
    public PlanDetails superseding(@Nullable PlanId earlier) {
        return new PlanDetails(
                title,
                type,
                localArea,
                draftSubmittedOn,
                startsOn,
                endsOn,
                organisations,
                areas,
                themes,
                workstreams,
                boards,
                earlier);
    }
}

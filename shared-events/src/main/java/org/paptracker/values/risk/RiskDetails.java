package org.paptracker.values.risk;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * What may happen, why, and what would come of it. Areas and themes name something of the plan and are ordered by code.
 *
 * @param identifiedOn null where the source gives no date
 * @param cause null where the source gives none
 * @param event what may happen, or has begun to
 * @param effect null where the source gives none
 * @param ownerRole who watches it: a role, never a personal name
 * @param response null while nobody has chosen
 */
public record RiskDetails(
        String title,
        @Nullable BusinessDate identifiedOn,
        @Nullable ErasableText cause,
        ErasableText event,
        @Nullable ErasableText effect,
        @Nullable String ownerRole,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        @Nullable RiskResponse response,
        Visibility visibility) {}

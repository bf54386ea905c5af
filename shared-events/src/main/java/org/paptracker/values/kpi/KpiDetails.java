package org.paptracker.values.kpi;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * What a KPI measures. Areas and themes are the plan's, in order of their codes.
 *
 * @param unit of every reading: "per cent", "weeks", "children"
 * @param basis what the figure rests on, such as "of plans audited that month"; null where the source does not say
 * @param definition null where the source gives none
 * @param baseline null where the source gives none
 * @param kind null where it is not said
 */
public record KpiDetails(
        String title,
        String unit,
        Polarity polarity,
        @Nullable ErasableText basis,
        @Nullable KpiDefinition definition,
        @Nullable KpiBaseline baseline,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        @Nullable KpiKind kind) {}

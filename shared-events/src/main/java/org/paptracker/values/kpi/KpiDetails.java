package org.paptracker.values.kpi;

import java.util.Locale;
import java.util.Set;
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
 * @param countsPeople whether its figures count people; null where it is not said, and {@link #countsPeople(Boolean, String)} decides
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
        @Nullable KpiKind kind,
        @Nullable Boolean countsPeople) {
    /** Units that measure something else than people, whole numbers or not. */
    private static final Set<String> MEASURES = Set.of(
            "%",
            "per cent",
            "percent",
            "percentage",
            "percentage points",
            "minutes",
            "hours",
            "days",
            "working days",
            "school days",
            "weeks",
            "months",
            "years",
            "pounds",
            "gbp",
            "\u00a3",
            "points");

    /**
     * Whether whole numbers count people, as far as anybody can tell: as the KPI says; if it says nothing, they do unless
     * their unit measures something else. No list of words for people would ever be whole.
     *
     * @param said null where the KPI does not say
     */
    public static boolean countsPeople(@Nullable Boolean said, String unit) {
        return said == null ? !MEASURES.contains(unit.strip().toLowerCase(Locale.ROOT)) : said;
    }
}

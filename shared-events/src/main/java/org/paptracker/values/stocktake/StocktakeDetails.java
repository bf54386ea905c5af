package org.paptracker.values.stocktake;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * A look at the plan from outside. Areas and themes name something of the plan and are ordered by code; none means the
 * whole plan.
 *
 * @param heldOn when it is or was held; null if not known
 * @param heldBy the bodies that hold it, in the order given, never a personal name
 * @param scope what it looks at, in words; null if nobody said
 */
public record StocktakeDetails(
        String title,
        StocktakeKind kind,
        @Nullable BusinessDate heldOn,
        List<String> heldBy,
        @Nullable ErasableText scope,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        Visibility visibility) {}

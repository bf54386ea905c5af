package org.paptracker.values.stocktake;

import java.util.SortedSet;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * One thing that reviewers found or recommend. Areas and themes name something of the plan and are ordered by code.
 *
 * @param number unique in its stocktake, from 1 in the order given
 */
public record Finding(
        int number, FindingKind kind, ErasableText wording, SortedSet<AreaCode> areas, SortedSet<ThemeCode> themes) {}

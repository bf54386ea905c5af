package org.paptracker.values.decision;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * What a board decided. Board, areas and themes name something of the plan; sets are ordered by code.
 *
 * @param proposedBy who proposed it: a user of the tracker, or a role, never a personal name; null if not known
 * @param dueOn by when it must be done; null where the source gives no date
 * @param actions of the plan that do it; not checked, for they may come later
 */
public record DecisionDetails(
        String title,
        ErasableText wording,
        BusinessDate decidedOn,
        BoardCode board,
        @Nullable String proposedBy,
        @Nullable BusinessDate dueOn,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        SortedSet<ActionCode> actions,
        Visibility visibility) {}

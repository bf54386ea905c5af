package org.paptracker.values;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a board decided. Board, areas and themes name something of the plan; sets are ordered by code.
 *
 * @param proposedBy who proposed it: a user of the tracker, or a role, never a personal name; null if not known
 * @param dueOn by when it is to be done; null where the source gives no date
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

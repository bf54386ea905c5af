package org.paptracker.values.decision;

import java.util.SortedSet;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * What somebody asks a board to decide. Board, areas and themes name something of the plan; sets are ordered by code. Who
 * proposes it is not said here: that is the person who recorded it.
 */
public record DecisionProposal(
        ErasableText title,
        ErasableText wording,
        BoardCode board,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        Visibility visibility) {}

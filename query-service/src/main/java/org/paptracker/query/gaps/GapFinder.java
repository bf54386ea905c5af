package org.paptracker.query.gaps;

import java.util.List;
import org.paptracker.query.history.AsAt;
import org.paptracker.values.plan.PlanId;

/**
 * Finds gaps of some kinds. Each one that is a component is asked; a slice that brings kinds of its own adds a finder
 * and its constants in {@link GapKind}.
 */
interface GapFinder {
    List<Gap> gaps(PlanId plan, AsAt asAt);
}

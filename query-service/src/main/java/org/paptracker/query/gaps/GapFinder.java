package org.paptracker.query.gaps;

import java.util.List;

/**
 * Finds gaps of some kinds. Each one that is a component is asked; a slice that brings kinds of its own adds a finder
 * and its constants in {@link GapKind}.
 */
interface GapFinder {
    List<Gap> gaps(PlanContents contents);
}

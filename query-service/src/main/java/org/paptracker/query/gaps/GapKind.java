package org.paptracker.query.gaps;

/** Why the evidence does not bear what is said. */
public enum GapKind {
    /** Somebody verified that it is complete, and nothing that stands supports it. */
    COMPLETE_BUT_UNEVIDENCED,
    /** What stands shows that work was done or something made, and not that it changed anything. */
    OUTPUT_ONLY,
    /** The strongest evidence speaks of a time more than six months ago. */
    STALE,
    KPI_WITHOUT_BASELINE,
    KPI_WITHOUT_TARGET,
    KPI_WITHOUT_DEFINITION,
    /** Sources say different things of the same. */
    SOURCES_IN_CONFLICT
}

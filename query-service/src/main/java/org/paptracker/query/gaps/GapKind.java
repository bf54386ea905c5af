package org.paptracker.query.gaps;

/** Why the evidence does not bear what is said. */
public enum GapKind {
    /** Somebody verified that it is complete, and nothing that stands supports it. */
    COMPLETE_BUT_UNEVIDENCED,
    /** What stands shows that work was done or something made, and not that it changed anything. */
    OUTPUT_ONLY,
    /** The strongest evidence speaks of a time more than six months ago. */
    STALE,
    /** No parent, carer, child or young person was heard about it; or one was, and it belongs to nothing. */
    NO_FAMILY_VOICE,
    KPI_WITHOUT_BASELINE,
    KPI_WITHOUT_TARGET,
    KPI_WITHOUT_DEFINITION,
    /** Sources say different things of the same. */
    SOURCES_IN_CONFLICT
}

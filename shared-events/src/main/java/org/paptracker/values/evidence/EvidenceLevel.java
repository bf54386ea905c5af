package org.paptracker.values.evidence;

/** How much a piece of evidence shows, least first: that we were busy, what we made, what changed, what it meant. */
public enum EvidenceLevel {
    ACTIVITY,
    OUTPUT,
    OUTCOME,
    IMPACT;

    /** Whether it shows a difference to children and families, and not only that work was done. */
    public boolean showsDifference() {
        return compareTo(OUTCOME) >= 0;
    }
}

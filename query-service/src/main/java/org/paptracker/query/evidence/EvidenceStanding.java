package org.paptracker.query.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.evidence.EvidenceState;

/**
 * Where a piece of evidence has got to.
 *
 * @param stateSince when it came into its state; null while it is submitted, which has no date of its own
 * @param stateReason why it was returned, challenged, withdrawn or superseded; null otherwise
 * @param amendmentReason why it was last amended; null if nobody said
 */
public record EvidenceStanding(
        EvidenceState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason,
        @Nullable String amendmentReason) {
    static final EvidenceStanding SUBMITTED = new EvidenceStanding(EvidenceState.SUBMITTED, null, null, null);
}

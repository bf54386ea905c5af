package org.paptracker.query.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.MilestoneState;

/**
 * Where a milestone has got to.
 *
 * @param stateSince when it came into its state; null while it is planned, and as it came from another plan
 * @param stateReason why it was rejected or reopened; null otherwise
 */
public record MilestoneStanding(
        MilestoneState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason) {
    /** As at its beginning. */
    static MilestoneStanding of(MilestoneState state) {
        return new MilestoneStanding(state, null, null);
    }

    static MilestoneStanding of(MilestoneState state, BusinessDate since, @Nullable ErasableText reason) {
        return new MilestoneStanding(state, since, ErasableText.shown(reason));
    }
}

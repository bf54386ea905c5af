package org.paptracker.query.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionState;

/**
 * Where an action has got to.
 *
 * @param stateSince when it came into its state; null while it is only agreed
 * @param stateReason why it was paused, cancelled or transferred; null otherwise
 */
public record ActionStanding(
        ActionState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason) {
    static ActionStanding of(ActionState state, BusinessDate since, @Nullable ErasableText reason) {
        return new ActionStanding(state, since, ErasableText.shown(reason));
    }
}

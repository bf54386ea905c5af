package org.paptracker.query.action;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Disclosure;

/**
 * The way of an action from plan to plan.
 *
 * @param transferredTo where it went on; null unless it was transferred
 * @param continues where it came from; null unless it was transferred here
 */
public record Journey(
        @Nullable Destination transferredTo, @Nullable Origin continues) {
    static final Journey NONE = new Journey(null, null);

    Journey to(Destination destination) {
        return new Journey(destination, continues);
    }

    Journey toldBy(Disclosure disclosure) {
        boolean namesNext =
                transferredTo == null || disclosure.names(transferredTo.plan(), "action", transferredTo.action());
        boolean namesFormer = continues == null || disclosure.names(continues.plan(), "action", continues.action());
        return new Journey(namesNext ? transferredTo : null, namesFormer ? continues : null);
    }
}

package org.paptracker.command.platform.rules;

import org.jspecify.annotations.Nullable;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DecisionEvent.DecisionWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.values.Visibility;

/**
 * What others that name a decision need to know of it.
 *
 * @param visibility null while it is not made
 * @param hasGivenWay it was superseded, or withdrawn as recorded by mistake
 */
public record NamedDecision(@Nullable Visibility visibility, boolean hasGivenWay) {
    public static final Fold<NamedDecision, DecisionEvent> FOLD = Fold.from(
                    new NamedDecision(null, false), DecisionEvent.class)
            .on(
                    DecisionMade.class,
                    (decision, event) -> decision.visible(event.details().visibility()))
            .on(
                    DecisionAmended.class,
                    (decision, event) -> decision.visible(event.details().visibility()))
            .on(DecisionSuperseded.class, (decision, event) -> new NamedDecision(decision.visibility, true))
            .on(DecisionWithdrawn.class, (decision, event) -> new NamedDecision(decision.visibility, true))
            .partial();

    private NamedDecision visible(Visibility now) {
        return new NamedDecision(now, hasGivenWay);
    }
}

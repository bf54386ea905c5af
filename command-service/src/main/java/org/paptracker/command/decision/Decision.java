package org.paptracker.command.decision;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Author;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Belongs;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DecisionEvent.DecisionWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionState;

/**
 * What decisions about a board's decision need to know.
 *
 * @param proposal the last one; null if it was made before proposals were recorded
 * @param details null while nothing is decided
 * @param deferral the last one; null if it was never put off
 * @param successor null unless superseded
 * @param author who recorded it; null while nobody has
 */
record Decision(
        DecisionState state,
        @Nullable Recorded<? extends DecisionProposed> proposal,
        @Nullable DecisionDetails details,
        @Nullable DecisionDeferred deferral,
        @Nullable DecisionId successor,
        @Nullable Author author)
        implements Belongs {

    static final Fold<Decision, DecisionEvent> FOLD = Fold.from(
                    new Decision(DecisionState.MADE, null, null, null, null, null), DecisionEvent.class)
            .on(
                    DecisionProposed.class,
                    (decision, event, recorded) ->
                            decision.in(DecisionState.PROPOSED).proposed(recorded))
            .on(
                    DecisionMade.class,
                    (decision, event, recorded) -> decision.in(DecisionState.MADE)
                            .described(event.details())
                            .by(Author.of(recorded)))
            .on(DecisionAmended.class, (decision, event) -> decision.described(event.details()))
            .on(DecisionImplemented.class, (decision, event) -> decision.in(DecisionState.IMPLEMENTED))
            .on(
                    DecisionDeferred.class,
                    (decision, event) -> decision.in(DecisionState.DEFERRED).deferred(event))
            .on(
                    DecisionSuperseded.class,
                    (decision, event) -> decision.in(DecisionState.SUPERSEDED).succeededBy(event.by()))
            .on(DecisionWithdrawn.class, (decision, event) -> decision.in(DecisionState.WITHDRAWN))
            .exhaustive();

    @Override
    public @Nullable Belonging belonging() {
        if (details != null) return Belonging.toNobody(details.visibility());
        return proposal == null
                ? null
                : Belonging.toNobody(proposal.event().proposal().visibility());
    }

    boolean hasEnded() {
        return state != DecisionState.PROPOSED && state != DecisionState.MADE && state != DecisionState.DEFERRED;
    }

    private Decision in(DecisionState next) {
        return new Decision(next, proposal, details, deferral, successor, author);
    }

    private Decision proposed(Recorded<? extends DecisionProposed> now) {
        return new Decision(state, now, details, deferral, successor, author);
    }

    private Decision described(DecisionDetails now) {
        return new Decision(state, proposal, now, deferral, successor, author);
    }

    private Decision deferred(DecisionDeferred now) {
        return new Decision(state, proposal, details, now, successor, author);
    }

    private Decision succeededBy(DecisionId other) {
        return new Decision(state, proposal, details, deferral, other, author);
    }

    private Decision by(Author one) {
        return new Decision(state, proposal, details, deferral, successor, one);
    }
}

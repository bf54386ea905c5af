package org.paptracker.query.decision;

import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DecisionEvent.DecisionWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.values.decision.DecisionId;

/** Decisions in the history. */
final class DecisionSlice extends Slice<DecisionView, DecisionEvent> {
    private static final Fold<String, DecisionEvent> SENTENCES = Fold.from("", DecisionEvent.class)
            .on(
                    DecisionProposed.class,
                    (none, e) -> decision(e, "was proposed to " + e.proposal().board()))
            .on(
                    DecisionMade.class,
                    (none, e) -> "The decision %s was made by %s on %s: %s."
                            .formatted(
                                    e.decision(),
                                    e.details().board(),
                                    e.details().decidedOn().inWords(),
                                    Phrases.ending(e.details().title())))
            .on(
                    DecisionAmended.class,
                    (none, e) -> "The details of the decision %s were amended.".formatted(e.decision()))
            .on(DecisionImplemented.class, (none, e) -> decision(e, "was implemented"))
            .on(
                    DecisionDeferred.class,
                    (none, e) -> decision(
                            e,
                            e.until() == null
                                    ? "was deferred"
                                    : "was deferred until " + e.until().inWords()))
            .on(DecisionSuperseded.class, (none, e) -> decision(e, "gave way to the decision " + e.by()))
            .on(DecisionWithdrawn.class, (none, e) -> decision(e, "was withdrawn as recorded by mistake"))
            .exhaustive();

    DecisionSlice() {
        super(Decisions.PROJECTION, DecisionEvent.class, DecisionView.class, DecisionView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(DecisionView view) {
        return AreasAndThemes.of(view.details().areas(), view.details().themes());
    }

    @Override
    protected DecisionEvent told(DecisionEvent event, DecisionView after, Disclosure disclosure) {
        return event instanceof DecisionSuperseded by && !disclosure.names(by.plan(), "decision", by.by())
                ? new DecisionSuperseded(
                        by.plan(), by.decision(), by.effectiveOn(), new DecisionId(UNNAMED), by.reason())
                : event;
    }

    private static String decision(DecisionEvent event, String whatHappened) {
        return "The decision %s %s%s.".formatted(event.decision(), whatHappened, Phrases.effective(event));
    }
}

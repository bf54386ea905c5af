package org.paptracker.query.audit;

import java.util.List;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.fold.Fold;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.values.decision.DecisionId;

/** Decisions in the history. */
final class DecisionFamily {
    private static final Fold<String, DecisionEvent> SENTENCE = Fold.from("", DecisionEvent.class)
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
            .exhaustive();

    static final Family<DecisionView, DecisionEvent> FAMILY = new Family<>(
            DecisionEvent.class,
            DecisionView.FOLD,
            SENTENCE,
            event -> List.of(new AuditEntry.Subject("decision", event.decision().value())),
            (view, subject) -> view,
            view -> Phrases.codes(view.details().areas()),
            view -> Phrases.codes(view.details().themes()),
            (event, after, disclosure) -> told(event, disclosure));

    private DecisionFamily() {}

    private static DecisionEvent told(DecisionEvent event, Disclosure disclosure) {
        return event instanceof DecisionSuperseded by && !disclosure.names(by.plan(), "decision", by.by())
                ? new DecisionSuperseded(
                        by.plan(), by.decision(), by.effectiveOn(), new DecisionId(Family.UNNAMED), by.reason())
                : event;
    }

    private static String decision(DecisionEvent event, String whatHappened) {
        return "The decision %s %s%s.".formatted(event.decision(), whatHappened, Phrases.effective(event));
    }
}

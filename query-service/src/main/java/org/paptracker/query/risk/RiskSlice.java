package org.paptracker.query.risk;

import org.paptracker.events.RiskEvent;
import org.paptracker.events.RiskEvent.MitigationPlanned;
import org.paptracker.events.RiskEvent.RiskAccepted;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.fold.Fold;
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;

/** Risks in the history. */
final class RiskSlice extends Slice<RiskView, RiskEvent> {
    private static final Fold<String, RiskEvent> SENTENCES = Fold.from("", RiskEvent.class)
            .on(
                    RiskIdentified.class,
                    (none, e) -> "The risk %s was identified: %s."
                            .formatted(e.risk(), Phrases.ending(e.details().title())))
            .on(RiskAmended.class, (none, e) -> "The details of the risk %s were amended.".formatted(e.risk()))
            .on(
                    RiskScored.class,
                    (none, e) -> risk(
                            e,
                            "was scored %d (likelihood %d, impact %d)"
                                    .formatted(e.likelihood() * e.impact(), e.likelihood(), e.impact())))
            .on(
                    MitigationPlanned.class,
                    (none, e) -> risk(
                            e,
                            e.dueOn() == null
                                    ? "was given a mitigation"
                                    : "was given a mitigation, due " + e.dueOn().inWords()))
            .on(RiskEscalated.class, (none, e) -> risk(e, "was escalated to " + e.to()))
            .on(RiskReturned.class, (none, e) -> risk(e, "was given back by the board"))
            .on(RiskAccepted.class, (none, e) -> risk(e, "was accepted"))
            .on(RiskClosed.class, (none, e) -> risk(e, "was closed"))
            .exhaustive();

    RiskSlice() {
        super(Risks.PROJECTION, RiskEvent.class, RiskView.class, RiskView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(RiskView view) {
        return AreasAndThemes.of(view.details().areas(), view.details().themes());
    }

    private static String risk(RiskEvent event, String whatHappened) {
        return "The risk %s %s%s.".formatted(event.risk(), whatHappened, Phrases.effective(event));
    }
}

package org.paptracker.query.plan;

import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.ImprovementNoticeIssued;
import org.paptracker.events.PlanEvent.InspectionRecorded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanReopened;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.fold.Fold;
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.values.plan.PlanId;

/** Plans in the history. */
final class PlanSlice extends Slice<PlanView, PlanEvent> {
    private static final PlanId NO_PLAN = new PlanId(UNNAMED);
    private static final Fold<String, PlanEvent> SENTENCES = Fold.from("", PlanEvent.class)
            .on(
                    PlanRegistered.class,
                    (none, e) -> "The plan %s was registered: %s."
                            .formatted(e.plan(), Phrases.ending(e.details().title())))
            .on(PlanAmended.class, (none, e) -> "The details of the plan %s were amended.".formatted(e.plan()))
            .on(
                    AreaAdded.class,
                    (none, e) -> "The area %s was added to the plan %s."
                            .formatted(e.area().code(), e.plan()))
            .on(
                    PlanApproved.class,
                    (none, e) -> "The plan %s was approved by %s on %s."
                            .formatted(e.plan(), e.approvedBy(), e.effectiveOn().inWords()))
            .on(
                    PlanReopened.class,
                    (none, e) -> "The plan %s was reopened on %s, and has to be approved again."
                            .formatted(e.plan(), e.effectiveOn().inWords()))
            .on(
                    PlanPublished.class,
                    (none, e) -> "The plan %s was published on %s."
                            .formatted(e.plan(), e.effectiveOn().inWords()))
            .on(
                    PlanSuperseded.class,
                    (none, e) -> "The plan %s gave way to the plan %s on %s."
                            .formatted(e.plan(), e.successor(), e.effectiveOn().inWords()))
            .on(
                    PlanTookOver.class,
                    (none, e) -> "The plan %s took the place of the plan %s on %s."
                            .formatted(
                                    e.plan(), e.predecessor(), e.effectiveOn().inWords()))
            .on(
                    PlanClosed.class,
                    (none, e) -> "The plan %s was closed on %s."
                            .formatted(e.plan(), e.effectiveOn().inWords()))
            .on(
                    InspectionRecorded.class,
                    (none, e) -> "An inspection by %s, %s to %s, was recorded."
                            .formatted(
                                    e.inspectedBy(),
                                    e.startedOn().inWords(),
                                    e.effectiveOn().inWords()))
            .on(
                    ImprovementNoticeIssued.class,
                    (none, e) -> "%s issued an improvement notice to %s on %s."
                            .formatted(
                                    e.issuedBy(), e.issuedTo(), e.effectiveOn().inWords()))
            .exhaustive();

    PlanSlice() {
        super(Plans.PROJECTION, PlanEvent.class, PlanView.class, PlanView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(PlanView view) {
        return AreasAndThemes.NONE;
    }

    @Override
    protected PlanEvent told(PlanEvent event, PlanView after, Disclosure disclosure) {
        if (event instanceof PlanSuperseded by && !disclosure.names(by.successor(), "plan", by.successor())) {
            return new PlanSuperseded(by.plan(), by.effectiveOn(), NO_PLAN, by.reason());
        }
        if (event instanceof PlanTookOver from && !disclosure.names(from.predecessor(), "plan", from.predecessor())) {
            return new PlanTookOver(from.plan(), from.effectiveOn(), NO_PLAN);
        }
        return event;
    }
}

package org.paptracker.query.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.query.proof.Proof;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceState;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.plan.PlanId;

/** A piece of evidence as it stands. */
public record EvidenceView(
        EvidenceId code,
        PlanId plan,
        @JsonUnwrapped Content content,
        @JsonUnwrapped EvidenceStanding standing,
        @JsonUnwrapped Review review,
        @JsonUnwrapped Stamp stamp)
        implements View {

    private static final EvidenceView NOTHING = new EvidenceView(
            new EvidenceId("none"),
            new PlanId("none"),
            new Content(
                    "",
                    EvidenceKind.DOCUMENT,
                    EvidenceLevel.ACTIVITY,
                    null,
                    null,
                    "",
                    new Source("", null, null),
                    null,
                    new TreeSet<>(),
                    Visibility.RESTRICTED),
            EvidenceStanding.SUBMITTED,
            Review.of(Who.NOBODY),
            Stamp.NONE);

    public static final Fold<EvidenceView, EvidenceEvent> FOLD = Fold.from(NOTHING, EvidenceEvent.class)
            .on(EvidenceSubmitted.class, EvidenceView::submitted)
            .on(EvidenceAmended.class, EvidenceView::amended)
            .on(EvidenceValidated.class, EvidenceView::validated)
            .on(
                    EvidenceReturned.class,
                    (view, event) -> view.in(EvidenceState.RETURNED, event.effectiveOn(), event.reason()))
            .on(EvidenceChallenged.class, EvidenceView::challenged)
            .on(EvidenceUpheld.class, EvidenceView::upheld)
            .on(
                    EvidenceWithdrawn.class,
                    (view, event) -> view.in(EvidenceState.WITHDRAWN, event.effectiveOn(), event.reason()))
            .on(EvidenceSuperseded.class, EvidenceView::superseded)
            .after((view, recorded) -> view.stamped(Stamp.of(recorded)))
            .exhaustive();

    @Override
    public Visibility visibility() {
        return content.visibility();
    }

    @Override
    public EvidenceView toldBy(Disclosure disclosure) {
        return new EvidenceView(
                code, plan, content.toldBy(plan, disclosure), standing, review.toldBy(plan, disclosure), stamp);
    }

    public EvidenceState state() {
        return standing.state();
    }

    /** What it proves; nothing unless it stands. */
    Optional<Proof> proof() {
        Validation validation = review.validation();
        if (!state().stands() || validation == null) return Optional.empty();
        Period period = content.period();
        return Optional.of(new Proof(
                code,
                content.level(),
                content.supports(),
                period == null ? validation.on().countsFrom() : content.lastDay(period)));
    }

    private EvidenceView submitted(EvidenceSubmitted event, Recorded<?> recorded) {
        return new EvidenceView(
                event.evidence(),
                event.plan(),
                Content.of(event.details(), recorded),
                EvidenceStanding.SUBMITTED,
                Review.of(Who.of(recorded)),
                stamp);
    }

    private EvidenceView amended(EvidenceAmended event, Recorded<?> recorded) {
        EvidenceStanding again =
                new EvidenceStanding(EvidenceState.SUBMITTED, null, null, ErasableText.shown(event.reason()));
        return new EvidenceView(code, plan, Content.of(event.details(), recorded), again, review, stamp);
    }

    private EvidenceView validated(EvidenceValidated event, Recorded<?> recorded) {
        return in(EvidenceState.VALIDATED, event.effectiveOn(), null)
                .with(review.with(new Validation(
                        Effective.of(event.effectiveOn(), recorded),
                        Who.of(recorded),
                        ErasableText.shown(event.note()))));
    }

    private EvidenceView challenged(EvidenceChallenged event, Recorded<?> recorded) {
        return in(EvidenceState.CHALLENGED, event.effectiveOn(), event.reason())
                .with(review.with(new Challenge(
                        event.effectiveOn(), Who.of(recorded), ErasableText.shown(event.reason()), null, null, null)));
    }

    private EvidenceView upheld(EvidenceUpheld event, Recorded<?> recorded) {
        EvidenceView view = in(EvidenceState.UPHELD, event.effectiveOn(), null);
        Challenge open = review.challenge();
        if (open == null) return view;
        String note = ErasableText.shown(event.note());
        return view.with(review.with(open.upheld(event.effectiveOn(), Who.of(recorded), note)));
    }

    private EvidenceView superseded(EvidenceSuperseded event) {
        return in(EvidenceState.SUPERSEDED, event.effectiveOn(), event.reason()).with(review.with(event.by()));
    }

    private EvidenceView in(EvidenceState state, BusinessDate since, @Nullable ErasableText reason) {
        EvidenceStanding now =
                new EvidenceStanding(state, since, ErasableText.shown(reason), standing.amendmentReason());
        return new EvidenceView(code, plan, content, now, review, stamp);
    }

    private EvidenceView with(Review now) {
        return new EvidenceView(code, plan, content, standing, now, stamp);
    }

    private EvidenceView stamped(Stamp now) {
        return new EvidenceView(code, plan, content, standing, review, now);
    }
}

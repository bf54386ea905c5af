package org.paptracker.query.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionAssessed;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionEmbedded;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionResumed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneEvent;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanId;

/** An action as it stands. */
public record ActionView(
        ActionCode code,
        PlanId plan,
        @JsonUnwrapped Details details,
        @JsonUnwrapped ActionStanding standing,
        @JsonUnwrapped Journey journey,
        @JsonUnwrapped Work work,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /**
     * What was said of it and of its milestones.
     *
     * @param assessments of the action as a whole, the latest of each assessor
     * @param milestones in the order they were added
     * @param lastUpdatedOn the latest date on which somebody reported anything; null before the first report
     */
    public record Work(
            List<Assessment> assessments,
            List<MilestoneView> milestones,
            @Nullable Effective lastUpdatedOn) {
        private Work with(Assessment one) {
            return new Work(Ratings.with(assessments, one), milestones, lastUpdatedOn);
        }

        private Work with(List<MilestoneView> now) {
            return new Work(assessments, now, lastUpdatedOn);
        }

        private Work with(UnaryOperator<MilestoneView> step) {
            return with(milestones.stream().map(step).toList());
        }

        /** Any dated event is an update; one that was true earlier than the last does not turn the clock back. */
        private Work updated(@Nullable Effective on) {
            return on != null && on.isLaterThan(lastUpdatedOn) ? new Work(assessments, milestones, on) : this;
        }
    }

    /** What an event does to the milestone that it is about. */
    @FunctionalInterface
    private interface MilestoneStep<E> {
        MilestoneView apply(MilestoneView milestone, E event, Recorded<? extends ActionEvent> recorded);
    }

    private static final ActionCode NONE = new ActionCode("(none)"); // no code that anything can have
    private static final ActionView NOTHING = new ActionView(
            NONE,
            new PlanId("none"),
            Details.NONE,
            new ActionStanding(ActionState.AGREED, null, null),
            Journey.NONE,
            new Work(List.of(), List.of(), null),
            Stamp.NONE);

    public static final Fold<ActionView, ActionEvent> FOLD = Fold.from(NOTHING, ActionEvent.class)
            .on(ActionAgreed.class, ActionView::agreed)
            .on(ActionAmended.class, ActionView::amended)
            .on(ActionStarted.class, (view, event) -> view.in(ActionState.IN_PROGRESS, event.effectiveOn(), null))
            .on(ActionPaused.class, (view, event) -> view.in(ActionState.PAUSED, event.effectiveOn(), event.reason()))
            .on(ActionResumed.class, (view, event) -> view.in(ActionState.IN_PROGRESS, event.effectiveOn(), null))
            .on(ActionDelivered.class, (view, event) -> view.in(ActionState.DELIVERED, event.effectiveOn(), null))
            .on(ActionEmbedded.class, (view, event) -> view.in(ActionState.EMBEDDED, event.effectiveOn(), null))
            .on(
                    ActionCancelled.class,
                    (view, event) -> view.in(ActionState.CANCELLED, event.effectiveOn(), event.reason()))
            .on(ActionTransferred.class, ActionView::transferred)
            .on(ActionReceived.class, ActionView::received)
            .on(ActionAssessed.class, ActionView::assessed)
            .on(MilestoneAdded.class, ActionView::milestoneAdded)
            .on(MilestoneAmended.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::amended))
            .on(
                    MilestoneProgressRecorded.class,
                    (view, event, recorded) -> view.on(event, recorded, MilestoneView::progressed))
            .on(DueDateForecast.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::forecast))
            .on(CompletionClaimed.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::claimed))
            .on(CompletionVerified.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::verified))
            .on(CompletionRejected.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::rejected))
            .on(MilestoneEmbedded.class, (view, event) -> view.on(event, MilestoneView::embedded))
            .on(MilestoneReopened.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::reopened))
            .on(MilestoneAssessed.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::assessed))
            .on(RebaselineProposed.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::proposed))
            .on(RebaselineApproved.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::approved))
            .on(RebaselineRefused.class, (view, event, recorded) -> view.on(event, recorded, MilestoneView::refused))
            .after(ActionView::stamped)
            .exhaustive();

    @Override
    public Visibility visibility() {
        return details.visibility();
    }

    @Override
    public Collection<?> themes() {
        return details.themes();
    }

    @Override
    public Collection<?> organisations() {
        return details.organisations();
    }

    /** Its milestones, with its code before them and without. */
    @Override
    public Set<String> parts() {
        Set<String> parts = new HashSet<>();
        for (MilestoneView milestone : milestones()) {
            parts.add(milestone.code().value());
            parts.add(code + "/" + milestone.code());
        }
        return parts;
    }

    @Override
    public ActionView toldBy(Disclosure disclosure) {
        Work told = work.with((MilestoneView milestone) -> milestone.toldBy(plan, disclosure));
        return new ActionView(
                code, plan, details.toldBy(plan, disclosure), standing, journey.toldBy(disclosure), told, stamp);
    }

    /** No, as at a day before it came from another plan. */
    @Override
    public boolean exists() {
        return !code.equals(NONE);
    }

    /** Whether it was done, or still has to be, under this plan. */
    public boolean counts() {
        return state() != ActionState.CANCELLED && state() != ActionState.TRANSFERRED;
    }

    public ActionState state() {
        return standing.state();
    }

    public List<MilestoneView> milestones() {
        return work.milestones;
    }

    public Rating rating() {
        return Ratings.headline(work.assessments);
    }

    public Optional<MilestoneView> milestone(MilestoneCode code) {
        return milestones().stream()
                .filter(milestone -> milestone.code().equals(code))
                .findFirst();
    }

    /** What stands for the action itself or for one of its milestones. */
    public List<Proof> proofs(Proofs proofs) {
        Set<Proof> all = new LinkedHashSet<>(proofs.of(SubjectType.ACTION, code.value()));
        for (MilestoneView milestone : milestones()) all.addAll(milestone.proofs(code, proofs));
        return List.copyOf(all);
    }

    private ActionView agreed(ActionAgreed event) {
        return new ActionView(
                event.action(),
                event.plan(),
                Details.of(event.details()),
                NOTHING.standing,
                NOTHING.journey,
                NOTHING.work,
                stamp);
    }

    private ActionView received(ActionReceived event, Recorded<? extends ActionEvent> recorded) {
        BusinessDate since = event.state() == ActionState.AGREED ? null : event.effectiveOn();
        List<MilestoneView> carried = event.milestones().stream()
                .map(milestone -> MilestoneView.carried(milestone, recorded))
                .toList();
        return new ActionView(
                event.action(),
                event.plan(),
                Details.of(event.details()),
                new ActionStanding(event.state(), since, null),
                new Journey(null, new Origin(event.fromPlan(), event.fromAction(), event.effectiveOn())),
                NOTHING.work.with(carried),
                stamp);
    }

    private ActionView amended(ActionAmended event) {
        return new ActionView(code, plan, Details.of(event.details()), standing, journey, work, stamp);
    }

    private ActionView transferred(ActionTransferred event) {
        Journey now = journey.to(new Destination(event.toPlan(), event.toAction()));
        return new ActionView(code, plan, details, standing, now, work, stamp)
                .in(ActionState.TRANSFERRED, event.effectiveOn(), event.reason());
    }

    private ActionView assessed(ActionAssessed event, Recorded<?> recorded) {
        return with(work.with(new Assessment(
                event.assessor(),
                event.rating(),
                Effective.of(event.effectiveOn(), recorded),
                Who.of(recorded),
                ErasableText.shown(event.note()))));
    }

    private ActionView in(ActionState state, BusinessDate since, @Nullable ErasableText reason) {
        ActionStanding now = ActionStanding.of(state, since, reason);
        return new ActionView(code, plan, details, now, journey, work, stamp);
    }

    private ActionView milestoneAdded(MilestoneAdded event, Recorded<? extends ActionEvent> recorded) {
        List<MilestoneView> more = new ArrayList<>(milestones());
        more.add(MilestoneView.added(event, recorded));
        return with(work.with(List.copyOf(more)));
    }

    private <E extends MilestoneEvent> ActionView on(
            E event, Recorded<? extends ActionEvent> recorded, MilestoneStep<E> step) {
        return on(event, (milestone, e) -> step.apply(milestone, e, recorded));
    }

    private <E extends MilestoneEvent> ActionView on(E event, BiFunction<MilestoneView, E, MilestoneView> step) {
        return with(work.with((MilestoneView milestone) ->
                milestone.code().equals(event.milestone()) ? step.apply(milestone, event) : milestone));
    }

    private ActionView with(Work now) {
        return new ActionView(code, plan, details, standing, journey, now, stamp);
    }

    private ActionView stamped(Recorded<? extends ActionEvent> recorded) {
        Work now = work.updated(Effective.of(recorded));
        return new ActionView(code, plan, details, standing, journey, now, Stamp.of(recorded));
    }
}

package org.paptracker.query.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
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
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.View;
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

/**
 * An action as it stands, with its milestones in the order they were added.
 *
 * @param stateSince when it came into its state; null while it is only agreed
 * @param stateReason why it was paused, cancelled or transferred; null otherwise
 * @param transferredTo where it went on; null unless it was transferred
 * @param continues where it came from; null unless it was transferred here
 * @param assessments of the action as a whole, the latest of each assessor
 * @param lastUpdatedOn the latest date on which somebody reported anything; null before the first report
 */
public record ActionView(
        ActionCode code,
        PlanId plan,
        @JsonUnwrapped Details details,
        ActionState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason,
        @Nullable Destination transferredTo,
        @Nullable Origin continues,
        List<Assessment> assessments,
        List<MilestoneView> milestones,
        @Nullable BusinessDate lastUpdatedOn,
        @JsonUnwrapped Stamp stamp)
        implements View {

    /** What an event does to the milestone that it is about. */
    @FunctionalInterface
    private interface MilestoneStep<E> {
        MilestoneView apply(MilestoneView milestone, E event, Recorded<? extends ActionEvent> recorded);
    }

    /** Where an action went on. */
    public record Destination(PlanId plan, ActionCode action) {}

    /**
     * Where an action came from.
     *
     * @param on the day of the transfer; what was finished by then is recorded there
     */
    public record Origin(PlanId plan, ActionCode action, BusinessDate on) {}

    private static final ActionCode NONE = new ActionCode("(none)"); // no code that anything can have
    private static final ActionView NOTHING = new ActionView(
            NONE,
            new PlanId("none"),
            new Details(
                    "",
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    null,
                    null,
                    null,
                    Collections.emptySortedSet(),
                    null,
                    null,
                    null,
                    new TreeSet<>(),
                    Visibility.RESTRICTED),
            ActionState.AGREED,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
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
        for (MilestoneView milestone : milestones) {
            parts.add(milestone.code().value());
            parts.add(code + "/" + milestone.code());
        }
        return parts;
    }

    @Override
    public ActionView toldBy(Disclosure disclosure) {
        return new ActionView(
                code,
                plan,
                details.dependingOn(details.dependsOn().stream()
                        .filter(action -> disclosure.names(plan, "action", action))
                        .toList()),
                state,
                stateSince,
                stateReason,
                transferredTo == null || disclosure.names(transferredTo.plan, "action", transferredTo.action)
                        ? transferredTo
                        : null,
                continues == null || disclosure.names(continues.plan, "action", continues.action) ? continues : null,
                assessments,
                milestones.stream()
                        .map(milestone -> milestone.toldBy(plan, disclosure))
                        .toList(),
                lastUpdatedOn,
                stamp);
    }

    /** No, as at a day before it came from another plan. */
    @Override
    public boolean exists() {
        return !code.equals(NONE);
    }

    /** Whether it still is to be done, or was done, under this plan. */
    public boolean counts() {
        return state != ActionState.CANCELLED && state != ActionState.TRANSFERRED;
    }

    public Rating rating() {
        return Ratings.headline(assessments);
    }

    public Optional<MilestoneView> milestone(MilestoneCode code) {
        return milestones.stream()
                .filter(milestone -> milestone.code().equals(code))
                .findFirst();
    }

    /** What stands for the action itself or for one of its milestones. */
    public List<Proof> proofs(Proofs proofs) {
        Set<Proof> all = new LinkedHashSet<>(proofs.of(SubjectType.ACTION, code.value()));
        for (MilestoneView milestone : milestones) all.addAll(milestone.proofs(code, proofs));
        return List.copyOf(all);
    }

    private ActionView agreed(ActionAgreed event) {
        return new ActionView(
                event.action(),
                event.plan(),
                Details.of(event.details()),
                ActionState.AGREED,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                stamp);
    }

    private ActionView received(ActionReceived event, Recorded<? extends ActionEvent> recorded) {
        return new ActionView(
                event.action(),
                event.plan(),
                Details.of(event.details()),
                event.state(),
                event.state() == ActionState.AGREED ? null : event.effectiveOn(),
                null,
                null,
                new Origin(event.fromPlan(), event.fromAction(), event.effectiveOn()),
                List.of(),
                event.milestones().stream()
                        .map(milestone -> MilestoneView.carried(milestone, recorded))
                        .toList(),
                null,
                stamp);
    }

    private ActionView amended(ActionAmended event) {
        return new ActionView(
                code,
                plan,
                Details.of(event.details()),
                state,
                stateSince,
                stateReason,
                transferredTo,
                continues,
                assessments,
                milestones,
                lastUpdatedOn,
                stamp);
    }

    private ActionView transferred(ActionTransferred event) {
        return new ActionView(
                code,
                plan,
                details,
                ActionState.TRANSFERRED,
                event.effectiveOn(),
                ErasableText.shown(event.reason()),
                new Destination(event.toPlan(), event.toAction()),
                continues,
                assessments,
                milestones,
                lastUpdatedOn,
                stamp);
    }

    private ActionView assessed(ActionAssessed event, Recorded<?> recorded) {
        Assessment assessment = new Assessment(
                event.assessor(),
                event.rating(),
                event.effectiveOn(),
                recorded.actor(),
                ErasableText.shown(event.note()));
        return new ActionView(
                code,
                plan,
                details,
                state,
                stateSince,
                stateReason,
                transferredTo,
                continues,
                Ratings.with(assessments, assessment),
                milestones,
                lastUpdatedOn,
                stamp);
    }

    private ActionView in(ActionState state, BusinessDate since, @Nullable ErasableText reason) {
        return new ActionView(
                code,
                plan,
                details,
                state,
                since,
                ErasableText.shown(reason),
                transferredTo,
                continues,
                assessments,
                milestones,
                lastUpdatedOn,
                stamp);
    }

    private ActionView milestoneAdded(MilestoneAdded event, Recorded<? extends ActionEvent> recorded) {
        List<MilestoneView> more = new ArrayList<>(milestones);
        more.add(MilestoneView.added(event, recorded));
        return with(List.copyOf(more));
    }

    private <E extends MilestoneEvent> ActionView on(
            E event, Recorded<? extends ActionEvent> recorded, MilestoneStep<E> step) {
        return on(event, (milestone, e) -> step.apply(milestone, e, recorded));
    }

    private <E extends MilestoneEvent> ActionView on(E event, BiFunction<MilestoneView, E, MilestoneView> step) {
        return with(milestones.stream()
                .map(milestone -> milestone.code().equals(event.milestone()) ? step.apply(milestone, event) : milestone)
                .toList());
    }

    private ActionView with(List<MilestoneView> milestones) {
        return new ActionView(
                code,
                plan,
                details,
                state,
                stateSince,
                stateReason,
                transferredTo,
                continues,
                assessments,
                milestones,
                lastUpdatedOn,
                stamp);
    }

    /** Any dated event is an update; one that was true earlier than the last does not turn the clock back. */
    private ActionView stamped(Recorded<? extends ActionEvent> recorded) {
        BusinessDate on = recorded.event().effectiveOn();
        boolean later = on != null && (lastUpdatedOn == null || on.compareTo(lastUpdatedOn) > 0);
        return new ActionView(
                code,
                plan,
                details,
                state,
                stateSince,
                stateReason,
                transferredTo,
                continues,
                assessments,
                milestones,
                later ? on : lastUpdatedOn,
                Stamp.of(recorded));
    }
}

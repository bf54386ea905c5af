package org.paptracker.query.action;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.EntrySubject;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.plan.PlanId;

/** Actions and milestones in the history. */
final class ActionSlice extends Slice<ActionView, ActionEvent> {
    private static final PlanId NO_PLAN = new PlanId(UNNAMED);
    private static final ActionCode NO_ACTION = new ActionCode(UNNAMED);
    private static final Fold<String, ActionEvent> SENTENCES = Fold.from("", ActionEvent.class)
            .on(
                    ActionAgreed.class,
                    (none, e) -> "The action %s was agreed: %s."
                            .formatted(e.action(), Phrases.ending(e.details().title())))
            .on(ActionAmended.class, (none, e) -> "The details of the action %s were amended.".formatted(e.action()))
            .on(ActionStarted.class, (none, e) -> action(e, "started"))
            .on(ActionPaused.class, (none, e) -> action(e, "was paused"))
            .on(ActionResumed.class, (none, e) -> action(e, "was taken up again"))
            .on(ActionDelivered.class, (none, e) -> action(e, "was delivered"))
            .on(ActionEmbedded.class, (none, e) -> action(e, "was found to be embedded"))
            .on(ActionCancelled.class, (none, e) -> action(e, "was cancelled"))
            .on(
                    ActionTransferred.class,
                    (none, e) -> action(e, "was transferred to the plan %s as %s".formatted(e.toPlan(), e.toAction())))
            .on(ActionReceived.class, (none, e) -> received(e))
            .on(
                    ActionAssessed.class,
                    (none, e) ->
                            action(e, "was rated %s (%s)".formatted(Phrases.of(e.rating()), Phrases.of(e.assessor()))))
            .on(
                    MilestoneAdded.class,
                    (none, e) -> "The milestone %s was added: %s."
                            .formatted(e.milestone(), Phrases.ending(e.details().title())))
            .on(
                    MilestoneAmended.class,
                    (none, e) -> "The details of the milestone %s were amended.".formatted(e.milestone()))
            .on(MilestoneProgressRecorded.class, (none, e) -> progress(e))
            .on(
                    DueDateForecast.class,
                    (none, e) ->
                            milestone(e, "was forecast for " + e.forecastDueOn().inWords()))
            .on(CompletionClaimed.class, (none, e) -> milestone(e, "was claimed complete"))
            .on(CompletionVerified.class, (none, e) -> milestone(e, "was verified as complete"))
            .on(
                    CompletionRejected.class,
                    (none, e) -> milestone(e, "was not accepted as complete" + lapsed(e.lapsed())))
            .on(MilestoneEmbedded.class, (none, e) -> milestone(e, "was found to be embedded"))
            .on(MilestoneReopened.class, (none, e) -> milestone(e, "was reopened" + lapsed(e.lapsed())))
            .on(
                    MilestoneAssessed.class,
                    (none, e) -> milestone(
                            e, "was rated %s (%s)".formatted(Phrases.of(e.rating()), Phrases.of(e.assessor()))))
            .on(
                    RebaselineProposed.class,
                    (none, e) -> milestone(
                            e,
                            "was proposed for a new due date, %s (%s)"
                                    .formatted(e.proposedDueOn().inWords(), Phrases.of(e.reasonCode()))))
            .on(
                    RebaselineApproved.class,
                    (none, e) -> milestone(
                            e, "was given the new due date " + e.approvedDueOn().inWords() + " by approval"))
            .on(RebaselineRefused.class, (none, e) -> milestone(e, "was refused a new due date"))
            .exhaustive();

    ActionSlice() {
        super(Actions.PROJECTION, ActionEvent.class, ActionView.class, ActionView.FOLD, SENTENCES);
    }

    @Override
    public String partKind() {
        return "milestone";
    }

    @Override
    public AreasAndThemes areasAndThemes(ActionView view) {
        return AreasAndThemes.of(view.details().areas(), view.details().themes());
    }

    @Override
    protected ActionEvent told(ActionEvent event, ActionView after, Disclosure disclosure) {
        if (event instanceof ActionTransferred to && !disclosure.names(to.toPlan(), "action", to.toAction())) {
            return new ActionTransferred(to.plan(), to.action(), to.effectiveOn(), NO_PLAN, NO_ACTION, to.reason());
        }
        if (event instanceof ActionReceived from && !disclosure.names(from.fromPlan(), "action", from.fromAction())) {
            return new ActionReceived(
                    from.plan(),
                    from.action(),
                    from.effectiveOn(),
                    NO_PLAN,
                    NO_ACTION,
                    from.details(),
                    from.state(),
                    from.milestones());
        }
        return event;
    }

    private static String action(ActionEvent event, String whatHappened) {
        return "The action %s %s%s.".formatted(event.action(), whatHappened, Phrases.effective(event));
    }

    private static String milestone(MilestoneEvent event, String whatHappened) {
        return "The milestone %s %s%s.".formatted(event.milestone(), whatHappened, Phrases.effective(event));
    }

    private static String received(ActionReceived event) {
        int open = event.milestones().size();
        String with = open == 1 ? "1 unfinished milestone" : (open == 0 ? "no" : open) + " unfinished milestones";
        return action(
                event,
                "came over from the plan %s, where it was %s, with %s"
                        .formatted(event.fromPlan(), event.fromAction(), with));
    }

    private static String lapsed(@Nullable List<Assessor> assessors) {
        return assessors == null
                ? ""
                : assessors.stream()
                        .map(Phrases::of)
                        .collect(Collectors.joining(", ", ", and is no longer rated complete (", ")"));
    }

    private static String progress(MilestoneProgressRecorded event) {
        StringBuilder said = new StringBuilder("saw progress reported");
        if (event.rating() != null) said.append(", rated ").append(Phrases.of(event.rating()));
        if (event.assessor() != null)
            said.append(" (").append(Phrases.of(event.assessor())).append(')');
        if (event.percentComplete() != null) {
            said.append(", ").append(event.percentComplete()).append("% complete");
        }
        if (event.corrects() != null) said.append(", correcting entry ").append(event.corrects());
        return milestone(event, said.toString());
    }

    /** An action that comes over from another plan brings milestones along. */
    @Override
    protected List<EntrySubject> about(ActionEvent event) {
        if (event instanceof MilestoneEvent about) return List.of(milestone(event, about.milestone()));
        List<EntrySubject> subjects = new ArrayList<>();
        subjects.add(new EntrySubject("action", event.action().value()));
        if (event instanceof ActionReceived received) {
            received.milestones().forEach(carried -> subjects.add(milestone(event, carried.milestone())));
        }
        return subjects;
    }

    private static EntrySubject milestone(ActionEvent event, MilestoneCode milestone) {
        return new EntrySubject("milestone", milestone.value(), event.action().value());
    }

    /** Of a milestone without the history of its due date: each entry is a step of that history. */
    @Override
    public @Nullable Object part(ActionView view, EntrySubject subject) {
        return subject.action() == null
                ? view
                : view.milestone(new MilestoneCode(subject.code()))
                        .map(MilestoneView::withoutDueDates)
                        .orElse(null);
    }
}

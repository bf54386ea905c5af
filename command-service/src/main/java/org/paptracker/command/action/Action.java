package org.paptracker.command.action;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Belongs;
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
import org.paptracker.events.ActionEvent.MilestoneEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;

/**
 * What decisions about an action need to know.
 *
 * @param details null while the action is not agreed
 * @param assessments the latest by each assessor
 * @param milestones in order of their codes
 */
record Action(
        ActionState state,
        @Nullable ActionDetails details,
        Moves moves,
        Map<Assessor, ActionAssessed> assessments,
        Map<MilestoneCode, Milestone> milestones)
        implements Belongs {

    /**
     * @param origin how it came from another plan; null if it was agreed in this one
     * @param transfer where it went; null unless transferred
     */
    record Moves(@Nullable ActionReceived origin, @Nullable ActionTransferred transfer) {}

    static final Fold<Action, ActionEvent> FOLD = Fold.from(
                    new Action(ActionState.AGREED, null, new Moves(null, null), Map.of(), Map.of()), ActionEvent.class)
            .on(ActionAgreed.class, (action, event) -> action.described(event.details()))
            .on(ActionAmended.class, (action, event) -> action.described(event.details()))
            .on(ActionStarted.class, (action, event) -> action.in(ActionState.IN_PROGRESS))
            .on(ActionPaused.class, (action, event) -> action.in(ActionState.PAUSED))
            .on(ActionResumed.class, (action, event) -> action.in(ActionState.IN_PROGRESS))
            .on(ActionDelivered.class, (action, event) -> action.in(ActionState.DELIVERED))
            .on(ActionEmbedded.class, (action, event) -> action.in(ActionState.EMBEDDED))
            .on(ActionCancelled.class, (action, event) -> action.in(ActionState.CANCELLED))
            .on(ActionTransferred.class, Action::transferred)
            .on(ActionReceived.class, (action, event) -> received(event))
            .on(ActionAssessed.class, Action::assessed)
            .on(MilestoneEvent.class, (action, event, recorded) -> action.milestone(event, recorded))
            .exhaustive();

    @Override
    public @Nullable Belonging belonging() {
        if (details == null) return null;
        return new Belonging(details.visibility(), details.themes(), details.organisations());
    }

    boolean hasEnded() {
        return state == ActionState.EMBEDDED || state == ActionState.CANCELLED || state == ActionState.TRANSFERRED;
    }

    /** Codes of the milestones that are neither verified nor embedded, in order. */
    Set<MilestoneCode> openMilestones() {
        return milestonesThat(milestone -> !milestone.isComplete());
    }

    /** Codes of those that are verified or embedded, in order. */
    Set<MilestoneCode> completeMilestones() {
        return milestonesThat(Milestone::isComplete);
    }

    /** Codes of those that somebody has to verify or reject, in order. */
    Set<MilestoneCode> claimedMilestones() {
        return milestonesThat(Milestone::isClaimed);
    }

    /** What is left to do, by code. */
    List<CarriedMilestone> carriedMilestones() {
        return openMilestones().stream()
                .map(code -> requireNonNull(milestones.get(code)).carried(code))
                .toList();
    }

    private Set<MilestoneCode> milestonesThat(Predicate<Milestone> are) {
        return milestones.entrySet().stream()
                .filter(entry -> are.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Action in(ActionState next) {
        return new Action(next, details, moves, assessments, milestones);
    }

    private Action described(ActionDetails now) {
        return new Action(state, now, moves, assessments, milestones);
    }

    private Action moved(Moves now) {
        return new Action(state, details, now, assessments, milestones);
    }

    private Action rated(Map<Assessor, ActionAssessed> now) {
        return new Action(state, details, moves, now, milestones);
    }

    private Action with(Map<MilestoneCode, Milestone> now) {
        return new Action(state, details, moves, assessments, Collections.unmodifiableMap(now));
    }

    private static Action received(ActionReceived from) {
        Map<MilestoneCode, Milestone> carried = new TreeMap<>();
        for (CarriedMilestone milestone : from.milestones()) {
            carried.put(milestone.milestone(), Milestone.of(milestone));
        }
        return FOLD.initial()
                .in(from.state())
                .described(from.details())
                .moved(new Moves(from, null))
                .with(carried);
    }

    private Action transferred(ActionTransferred to) {
        return in(ActionState.TRANSFERRED).moved(new Moves(moves.origin, to));
    }

    private Action assessed(ActionAssessed now) {
        Map<Assessor, ActionAssessed> latest = new EnumMap<>(Assessor.class);
        latest.putAll(assessments);
        latest.put(now.assessor(), now);
        return rated(Map.copyOf(latest));
    }

    private Action milestone(MilestoneEvent event, Recorded<? extends MilestoneEvent> recorded) {
        Map<MilestoneCode, Milestone> next = new TreeMap<>(milestones);
        Milestone before = requireNonNull(next.getOrDefault(event.milestone(), Milestone.FOLD.initial()));
        next.put(event.milestone(), Milestone.FOLD.step(before, recorded));
        return with(next);
    }
}

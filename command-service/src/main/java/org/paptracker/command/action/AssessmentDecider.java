package org.paptracker.command.action;

import static org.paptracker.command.action.ActionDecider.requireKnown;
import static org.paptracker.command.action.ActionDecider.requireRunning;
import static org.paptracker.command.action.MilestoneDecider.requireMilestone;
import static org.paptracker.command.platform.rules.Assessors.requireOwn;
import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.action.ActionCommand.AssessAction;
import org.paptracker.command.action.ActionCommand.AssessMilestone;
import org.paptracker.command.action.ActionCommand.MilestoneCommand;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAssessed;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;

/** The rules of rating. Nobody rates as complete what nobody claims to be complete, or as embedded what nobody signed off. */
final class AssessmentDecider {
    private static final String NOT_CLAIMED = "assessment.not-claimed";
    private static final String NOT_EMBEDDED = "assessment.not-embedded";

    private AssessmentDecider() {}

    static Decider.Builder<Action, ActionCommand, ActionEvent> rows(
            Decider.Builder<Action, ActionCommand, ActionEvent> table) {
        return table.on(AssessAction.class, AssessmentDecider::assess)
                .on(AssessMilestone.class, AssessmentDecider::assess);
    }

    static List<ActionEvent> assess(Action action, AssessAction command, Context context) {
        requireKnown(action, command, context);
        ActionAssessed assessed = new ActionAssessed(
                command.plan(),
                command.action(),
                effective(command.effectiveOn(), context.today()),
                command.assessor(),
                command.rating(),
                command.note());
        if (assessed.equals(action.assessments().get(command.assessor()))) return List.of();
        requireRatable(action, command, context);
        requireOwn(command.assessor(), context.actor());
        requireSupported(action, command);
        return List.of(assessed);
    }

    static List<ActionEvent> assess(Action action, AssessMilestone command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        MilestoneAssessed assessed = new MilestoneAssessed(
                command.plan(),
                command.action(),
                command.milestone(),
                effective(command.effectiveOn(), context.today()),
                command.assessor(),
                command.rating(),
                command.note());
        if (assessed.equals(milestone.latest().assessments().get(command.assessor()))) return List.of();
        requireRatable(action, command, context);
        requireOwn(command.assessor(), context.actor());
        requireSupported(milestone, command, command.rating());
        return List.of(assessed);
    }

    /** What is embedded can still be rated: only then can anyone say that it is. */
    private static void requireRatable(Action action, ActionCommand command, Context context) {
        if (action.state() == ActionState.EMBEDDED) context.plan().requireRunning(command.plan());
        else requireRunning(action, command, context);
    }

    /** The claim of an action is its delivery: after that, none of its milestones is opened again. */
    private static void requireSupported(Action action, AssessAction command) {
        require(
                command.rating() != Rating.COMPLETE
                        || action.state() == ActionState.DELIVERED
                        || action.state() == ActionState.EMBEDDED,
                NOT_CLAIMED,
                "Nobody has signed off that action %s is delivered, so it cannot be rated COMPLETE. Have that signed off first, and until then rate how it is going."
                        .formatted(command.action()));
        require(
                command.rating() != Rating.COMPLETE_EMBEDDED || action.state() == ActionState.EMBEDDED,
                NOT_EMBEDDED,
                "Nobody has signed off that action %s is embedded, so it cannot be rated COMPLETE_EMBEDDED. Have that signed off first."
                        .formatted(command.action()));
    }

    /**
     * For every way in which a milestone is rated.
     *
     * @param rating null if it is not rated
     */
    static void requireSupported(Milestone milestone, MilestoneCommand command, @Nullable Rating rating) {
        require(
                rating != Rating.COMPLETE || milestone.isClaimed() || milestone.isComplete(),
                NOT_CLAIMED,
                "Nobody claims that milestone %s is complete, so it cannot be rated COMPLETE. Claim its completion first, and until then rate how it is going."
                        .formatted(command.milestone()));
        require(
                rating != Rating.COMPLETE_EMBEDDED || milestone.state() == MilestoneState.EMBEDDED,
                NOT_EMBEDDED,
                "Nobody has signed off that milestone %s is embedded, so it cannot be rated COMPLETE_EMBEDDED. Have that signed off first."
                        .formatted(command.milestone()));
    }

    /** Whose ratings rest on the claim that the milestone is complete, and stand no longer than it; null if nobody's. */
    static @Nullable List<Assessor> ofCompletion(Milestone milestone) {
        List<Assessor> assessors = milestone.latest().assessments().values().stream()
                .filter(assessed -> assessed.rating().isOfCompletion())
                .map(MilestoneAssessed::assessor)
                .sorted()
                .toList();
        return assessors.isEmpty() ? null : assessors;
    }
}

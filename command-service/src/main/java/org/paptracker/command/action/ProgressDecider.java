package org.paptracker.command.action;

import static org.paptracker.command.action.ActionDecider.requireRunning;
import static org.paptracker.command.action.MilestoneDecider.requireMilestone;
import static org.paptracker.command.action.MilestoneDecider.requireUnderWay;
import static org.paptracker.command.action.MilestoneDecider.startedIfNeeded;
import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.action.ActionCommand.RecordProgress;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.Assessors;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Corrector;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.values.BusinessDate;

/** The rules of a report on a milestone, and of putting an earlier one right. */
final class ProgressDecider {
    private ProgressDecider() {}

    static Decider.Builder<Action, ActionCommand, ActionEvent> rows(
            Decider.Builder<Action, ActionCommand, ActionEvent> table) {
        return table.on(RecordProgress.class, ProgressDecider::record);
    }

    static List<ActionEvent> record(Action action, RecordProgress command, Context context) {
        Milestone milestone = requireMilestone(action, command, context);
        BusinessDate on = effective(command.effectiveOn(), context.today());
        MilestoneProgressRecorded progress = new MilestoneProgressRecorded(
                command.plan(),
                command.action(),
                command.milestone(),
                on,
                command.note(),
                command.percentComplete(),
                command.rating(),
                command.soWhat(),
                command.howDoWeKnow(),
                command.pathToGreen(),
                command.corrects(),
                command.rating() == null ? null : Assessors.of(context.actor()),
                command.reason());
        BusinessDate forecast = newForecast(milestone, command, on);
        if (progress.equals(milestone.latest().progress()) && forecast == null) return List.of();

        requireRunning(action, command, context);
        requireUnderWay(action, milestone, command);
        Integer percent = command.percentComplete();
        require(
                percent == null || (percent >= 0 && percent <= 100),
                "milestone.percent-out-of-range",
                "%s per cent complete is not possible. Give a whole number from 0 to 100, or leave it out."
                        .formatted(percent));
        AssessmentDecider.requireSupported(milestone, command, command.rating());
        requireOwnCorrection(milestone, command, context.actor());

        List<ActionEvent> events = startedIfNeeded(action, command, on);
        events.add(progress);
        if (forecast != null) {
            events.add(new DueDateForecast(command.plan(), command.action(), command.milestone(), on, forecast));
        }
        return List.copyOf(events);
    }

    private static @Nullable BusinessDate newForecast(Milestone milestone, RecordProgress command, BusinessDate on) {
        BusinessDate forecast = command.forecastDueOn();
        return forecast == null || milestone.due().isForecast(forecast, on) ? null : forecast;
    }

    private static void requireOwnCorrection(Milestone milestone, RecordProgress command, Actor actor) {
        Long corrects = command.corrects();
        if (corrects == null) {
            require(
                    command.reason() == null,
                    "correction.of-nothing",
                    "A reason is given for putting an earlier report right. Name its position in corrects, or leave the reason out.");
            return;
        }
        String madeBy = milestone.latest().reports().get(corrects);
        if (madeBy == null) {
            throw new RuleBroken(
                    "milestone.corrects-unknown",
                    "Entry %d is no report on milestone %s that still stands. Name the position of a report on it that nobody has put right yet."
                            .formatted(corrects, command.milestone()));
        }
        Corrector.require(actor, corrects, madeBy, command.reason());
    }
}

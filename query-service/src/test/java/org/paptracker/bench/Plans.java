package org.paptracker.bench;

import java.util.ArrayList;
import java.util.List;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.query.History;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanId;

/**
 * Plans of one shape: so many actions that have begun, milestones in turn among them, and reports in turn about those.
 *
 * @param reports on all milestones together
 */
record Plans(int actions, int milestones, int reports) {
    private static final BusinessDate BEGUN = BusinessDate.parse("2025-01-02");
    private static final BusinessDate REPORTED = BusinessDate.parse("2025-02-13");
    private static final List<Rating> RATINGS = List.of(Rating.ON_TRACK, Rating.AT_RISK, Rating.OFF_TRACK);

    /** The path under which the plan is asked for. */
    static String path(String plan) {
        return "/api/v1/plans/" + plan;
    }

    static String action(int number) {
        return "A-%03d".formatted(number);
    }

    static String milestone(int number) {
        return "M-%03d".formatted(number);
    }

    /** Events of a plan of that name, in the order in which they happened. */
    List<DomainEvent> told(String name) {
        PlanId plan = new PlanId(name);
        List<DomainEvent> events = new ArrayList<>();
        events.add(new PlanRegistered(plan, History.plan().details()));
        for (int i = 0; i < actions; i++) {
            ActionCode action = new ActionCode(action(i));
            events.add(
                    new ActionAgreed(plan, action, History.details("Clear the backlog", i % 2 == 0 ? "PA1" : "PA3")));
            events.add(new ActionStarted(plan, action, BEGUN, null));
        }
        for (int i = 0; i < milestones; i++) {
            events.add(new MilestoneAdded(
                    plan,
                    new ActionCode(action(i % actions)),
                    new MilestoneCode(milestone(i)),
                    new MilestoneDetails("A step", List.of(), BusinessDate.parse("2025-09"), false)));
        }
        for (int i = 0; i < reports; i++) events.add(report(plan, i % milestones, i));
        return events;
    }

    /** A report on a milestone of such a plan. */
    MilestoneProgressRecorded report(PlanId plan, int milestone, int number) {
        return History.report(
                plan,
                new ActionCode(action(milestone % actions)),
                new MilestoneCode(milestone(milestone)),
                REPORTED,
                "Report " + number + ": two teams have met and agreed what comes next.",
                number % 101,
                RATINGS.get(number % RATINGS.size()));
    }
}

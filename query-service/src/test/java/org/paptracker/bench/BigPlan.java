package org.paptracker.bench;

import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.subject;
import static org.paptracker.query.History.submitted;
import static org.paptracker.query.History.validated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.DomainEvent;
import org.paptracker.query.History;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;

/** A plan of 500 actions with 20 milestones each, over two years: reports come in for all of them, month by month. */
public final class BigPlan {
    static final int ACTIONS = 500;
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    static final int DAYS = 700;
    private static final int MILESTONES = 20;
    private static final int REPORTS = 70;
    private static final int DONE = 4;
    private static final List<Rating> RATINGS = List.of(Rating.values());

    private BigPlan() {}

    static String action(int number) {
        return "A-%03d".formatted(number);
    }

    private static MilestoneCode step(int action, int number) {
        return new MilestoneCode(action(action) + ".%02d".formatted(number));
    }

    public static List<DomainEvent> events() {
        Random random = new Random(1);
        List<DomainEvent> events = new ArrayList<>(List.of(plan()));
        for (int i = 0; i < ACTIONS; i++) {
            ActionCode action = new ActionCode(action(i));
            events.add(agreed(action, i % 2 == 0 ? "PA1" : "PA3"));
            events.add(new ActionStarted(PLAN, action, on(0), null));
            for (int m = 0; m < MILESTONES; m++) {
                events.add(milestone(
                        action, step(i, m), on(30 + random.nextInt(DAYS)).toString()));
            }
        }
        for (int round = 0; round < REPORTS; round++) {
            for (int i = 0; i < ACTIONS; i++) {
                events.add(report(i, random.nextInt(MILESTONES - DONE), DAYS * round / REPORTS, random));
            }
        }
        for (int m = MILESTONES - DONE; m < MILESTONES; m++) {
            for (int i = 0; i < ACTIONS; i++) done(i, m, random, events);
        }
        return events;
    }

    private static DomainEvent report(int action, int milestone, int day, Random random) {
        return History.report(
                PLAN,
                new ActionCode(action(action)),
                step(action, milestone),
                on(day),
                "Report of day " + day + ": two teams have met and agreed what comes next.",
                random.nextInt(101),
                RATINGS.get(random.nextInt(RATINGS.size())));
    }

    private static void done(int action, int number, Random random, List<DomainEvent> events) {
        ActionCode code = new ActionCode(action(action));
        MilestoneCode milestone = step(action, number);
        BusinessDate on = on(random.nextInt(DAYS));
        String evidence = "E-" + milestone;
        if (number % 4 == 0) {
            events.add(submitted(evidence, EvidenceLevel.OUTCOME, subject(SubjectType.MILESTONE, milestone.value())));
            events.add(validated(evidence, on.toString()));
        }
        events.add(new CompletionClaimed(
                PLAN, code, milestone, on, ErasableText.of("Done"), List.of(new EvidenceId(evidence)), null));
        events.add(new CompletionVerified(PLAN, code, milestone, on, null));
    }

    private static BusinessDate on(int day) {
        return BusinessDate.day(FIRST_DAY.plusDays(day));
    }
}

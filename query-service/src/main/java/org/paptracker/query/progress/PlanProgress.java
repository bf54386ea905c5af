package org.paptracker.query.progress;

import java.util.Arrays;
import java.util.List;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.PlanId;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.springframework.stereotype.Component;

/** Progress of a plan, counted from its actions whenever it is asked for: dates say something else each day. */
@Component
public class PlanProgress {
    private final Plans plans;
    private final Actions actions;
    private final Proofs.Source evidence;

    PlanProgress(Plans plans, Actions actions, Proofs.Source evidence) {
        this.evidence = evidence;
        this.plans = plans;
        this.actions = actions;
    }

    /**
     * @param items in the order of the plan
     * @param total of the whole plan: what belongs to two groups counts once here
     */
    public record Report(List<Progress> items, Progress total) {}

    /** A report for each grouping, all from one reading of the plan. */
    public List<Report> of(PlanId id, AsAt asAt, Grouping... groupings) {
        PlanView plan = plans.get(id, asAt);
        List<ActionView> all = actions.of(id, asAt);
        Proofs proofs = evidence.proofs(id, asAt);
        return Arrays.stream(groupings)
                .map(by -> report(by, plan, all, proofs, asAt))
                .toList();
    }

    private static Report report(Grouping by, PlanView plan, List<ActionView> all, Proofs proofs, AsAt asAt) {
        PlanId id = plan.code();
        List<Progress> items = by.of(plan).stream()
                .map(group -> Progress.of(
                        group.code(), group.title(), by.members(group, all), asAt.day(), proofs, by.subject(group)))
                .toList();
        return new Report(
                items,
                Progress.of(
                        id.value(),
                        plan.details().title(),
                        all,
                        asAt.day(),
                        proofs,
                        new Subject(SubjectType.PLAN, id.value())));
    }
}

package org.paptracker.query.progress;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.action.Lived;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.lineage.Lineage;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** Progress of a plan, counted from its actions whenever it is asked for: dates say something else each day. */
@Component
public class PlanProgress {
    private final Plans plans;
    private final Actions actions;
    private final Proofs.Source evidence;
    private final Lineage lineage;

    PlanProgress(Plans plans, Actions actions, Proofs.Source evidence, Lineage lineage) {
        this.evidence = evidence;
        this.plans = plans;
        this.actions = actions;
        this.lineage = lineage;
    }

    /**
     * @param items in the order of the plan; across plans, the earlier plan first
     * @param total of the whole plan, or of all of them: what belongs to two groups counts once here
     */
    public record Report(List<Progress> items, Progress total) {}

    /** A report for each grouping, all from one reading of the plan. */
    public List<Report> of(PlanId id, AsAt asAt, Grouping... groupings) {
        return of(plans.get(id, asAt), actions.of(id, asAt), evidence.proofs(id, asAt), asAt.day(), groupings);
    }

    /**
     * The same, of what somebody has read already.
     *
     * @param actions all of the plan
     * @param day from which it is seen
     */
    public static List<Report> of(
            PlanView plan, List<ActionView> actions, Proofs proofs, LocalDate day, Grouping... groupings) {
        return of(plan, List.of(plan), actions, one -> proofs, day, groupings);
    }

    /**
     * With the plans it took over from and those that took over from it: an action counts where it is now, together
     * with what was finished of it before.
     */
    List<Report> acrossPlans(PlanId id, AsAt asAt, Grouping... groupings) {
        PlanView asked = plans.get(id, asAt);
        List<PlanId> line = lineage.of(id, asAt);
        return of(
                asked,
                line.stream().map(plan -> plans.get(plan, asAt)).toList(),
                line.stream().flatMap(plan -> actions.of(plan, asAt).stream()).toList(),
                evidence.at(asAt),
                asAt.day(),
                groupings);
    }

    private static List<Report> of(
            PlanView asked,
            List<PlanView> line,
            List<ActionView> actions,
            Function<PlanId, Proofs> proofs,
            LocalDate day,
            Grouping... groupings) {
        List<Lived> all = Lived.of(actions);
        List<Proof> itself = line.stream()
                .map(PlanView::code)
                .flatMap(plan -> standing(proofs.apply(plan), new Subject(SubjectType.PLAN, plan.value())))
                .toList();
        Progress total =
                Progress.of(asked.code().value(), asked.code(), asked.details().title(), all, day, proofs, itself);
        return Arrays.stream(groupings)
                .map(by -> new Report(
                        line.stream()
                                .flatMap(plan -> items(by, plan, all, proofs, day))
                                .toList(),
                        total))
                .toList();
    }

    private static Stream<Progress> items(
            Grouping by, PlanView plan, List<Lived> all, Function<PlanId, Proofs> proofs, LocalDate day) {
        PlanId id = plan.code();
        List<Lived> here =
                all.stream().filter(action -> action.now().plan().equals(id)).toList();
        return by.of(plan).stream()
                .map(group -> Progress.of(
                        group.code(),
                        id,
                        group.title(),
                        by.members(group, here),
                        day,
                        proofs,
                        standing(proofs.apply(id), by.subject(group)).toList()));
    }

    private static Stream<Proof> standing(Proofs proofs, @Nullable Subject subject) {
        return subject == null ? Stream.empty() : proofs.of(subject.type(), subject.code()).stream();
    }
}

package org.paptracker.query.action;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.lineage.Lineage;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.NaturalOrder;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}")
class ActionApi {
    private final Actions actions;
    private final Proofs.Source evidence;
    private final Lineage lineage;

    ActionApi(Actions actions, Proofs.Source evidence, Lineage lineage) {
        this.evidence = evidence;
        this.lineage = lineage;
        this.actions = actions;
    }

    @RequiresRight(Right.READ)
    @GetMapping("/actions")
    Page<ActionItem> actions(
            @PathVariable PlanId plan,
            ActionFilter filter,
            @RequestParam @Nullable ActionState state,
            @RequestParam(defaultValue = "false") boolean acrossPlans,
            AsAt asAt,
            Paging paging) {
        Function<PlanId, Proofs> proofs = evidence.at(asAt);
        return Page.of(
                lived(plan, acrossPlans, asAt).stream()
                        .map(Lived::now)
                        .sorted(Comparator.comparing(ActionApi::key, NaturalOrder.OF_TEXTS))
                        .toList(),
                ActionApi::key,
                action -> Optional.of(ActionItem.of(action, asAt.day(), proofs.apply(action.plan())))
                        .filter(item -> filter.admits(item, state)),
                paging);
    }

    /** Of the plan, or of the plans it took over from and those that took over from it. */
    private List<Lived> lived(PlanId plan, boolean acrossPlans, AsAt asAt) {
        return Lived.of(lineage.of(plan, acrossPlans, asAt).stream()
                .flatMap(each -> actions.of(each, asAt).stream())
                .toList());
    }

    @RequiresRight(Right.READ)
    @GetMapping("/actions/{action}")
    ResponseEntity<ActionItem> action(@PathVariable PlanId plan, @PathVariable ActionCode action, AsAt asAt) {
        ActionView view = actions.get(plan, action, asAt);
        return Tagged.of(view, ActionItem.of(view, asAt.day(), evidence.proofs(plan, asAt)));
    }

    @RequiresRight(Right.READ)
    @GetMapping("/milestones")
    Page<MilestoneItem> milestones(
            @PathVariable PlanId plan,
            ActionFilter filter,
            @RequestParam @Nullable ActionCode action,
            @RequestParam @Nullable MilestoneState state,
            @RequestParam(defaultValue = "false") boolean acrossPlans,
            AsAt asAt,
            Paging paging) {
        Function<PlanId, Proofs> proofs = evidence.at(asAt);
        List<Step> steps = lived(plan, acrossPlans, asAt).stream()
                .filter(lived -> action == null
                        || lived.lives().anyMatch(life -> life.code().equals(action)))
                .flatMap(Lived::steps)
                .map(Step::of)
                .sorted(Comparator.comparing(Step::key, NaturalOrder.OF_TEXTS))
                .toList();
        return Page.of(
                steps,
                Step::key,
                step -> Optional.of(MilestoneItem.of(
                                step.action, step.milestone, asAt.day(), proofs.apply(step.action.plan())))
                        .filter(item -> filter.admits(step.action, item, state)),
                paging);
    }

    /** An action's code is unique in its plan only. */
    private static String key(ActionView action) {
        return action.code() + " " + action.plan();
    }

    /** @param key a milestone's code is unique in its action only, an action's in its plan */
    private record Step(String key, ActionView action, MilestoneView milestone) {
        static Step of(Lived.Step step) {
            return new Step(
                    step.milestone().code() + " " + ActionApi.key(step.action()), step.action(), step.milestone());
        }
    }
}

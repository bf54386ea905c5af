package org.paptracker.query.action;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.ActionCode;
import org.paptracker.values.ActionState;
import org.paptracker.values.AreaCode;
import org.paptracker.values.MilestoneState;
import org.paptracker.values.OrganisationCode;
import org.paptracker.values.PlanId;
import org.paptracker.values.Rating;
import org.paptracker.values.ThemeCode;
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
    private final KnownPlans plans;
    private final AsAtReader asAt;
    private final Proofs.Source evidence;

    ActionApi(Actions actions, KnownPlans plans, AsAtReader asAt, Proofs.Source evidence) {
        this.evidence = evidence;
        this.actions = actions;
        this.plans = plans;
        this.asAt = asAt;
    }

    @GetMapping("/actions")
    Page<ActionItem> actions(
            @PathVariable PlanId plan,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            @RequestParam @Nullable OrganisationCode organisation,
            @RequestParam @Nullable ActionState state,
            @RequestParam @Nullable Rating rating,
            @RequestParam @Nullable Boolean overdue,
            @RequestParam @Nullable Boolean slipped,
            @RequestParam @Nullable String leadRole,
            @RequestParam @Nullable LocalDate dueBefore,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        ActionFilter filter =
                new ActionFilter(area, theme, organisation, rating, overdue, slipped, leadRole, dueBefore);
        Proofs proofs = evidence.proofs(plan, when);
        return Page.of(
                actions.of(plan, when),
                action -> action.code().value(),
                action -> Optional.of(ActionItem.of(action, when.day(), proofs))
                        .filter(item -> filter.admits(item, state)),
                cursor,
                limit);
    }

    @GetMapping("/actions/{action}")
    ResponseEntity<ActionItem> action(
            @PathVariable PlanId plan,
            @PathVariable ActionCode action,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        ActionView view = actions.get(plan, action, when);
        return ResponseEntity.ok()
                .eTag("\"" + view.stamp().version() + "\"")
                .body(ActionItem.of(view, when.day(), evidence.proofs(plan, when)));
    }

    @GetMapping("/milestones")
    Page<MilestoneItem> milestones(
            @PathVariable PlanId plan,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            @RequestParam @Nullable OrganisationCode organisation,
            @RequestParam @Nullable ActionCode action,
            @RequestParam @Nullable MilestoneState state,
            @RequestParam @Nullable Rating rating,
            @RequestParam @Nullable Boolean overdue,
            @RequestParam @Nullable Boolean slipped,
            @RequestParam @Nullable String leadRole,
            @RequestParam @Nullable LocalDate dueBefore,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        plans.require(plan);
        AsAt when = asAt.read(plan, knownAt, effectiveAt);
        ActionFilter filter =
                new ActionFilter(area, theme, organisation, rating, overdue, slipped, leadRole, dueBefore);
        Proofs proofs = evidence.proofs(plan, when);
        List<Step> steps = actions.of(plan, when).stream()
                .filter(view -> action == null || view.code().equals(action))
                .flatMap(view -> view.milestones().stream().map(milestone -> Step.of(view, milestone)))
                .sorted(Comparator.comparing(Step::key))
                .toList();
        return Page.of(
                steps,
                Step::key,
                step -> Optional.of(MilestoneItem.of(step.action, step.milestone, when.day(), proofs))
                        .filter(item -> filter.admits(step.action, item, state)),
                cursor,
                limit);
    }

    /** @param key a milestone's code is unique in its action only */
    private record Step(String key, ActionView action, MilestoneView milestone) {
        static Step of(ActionView action, MilestoneView milestone) {
            return new Step(milestone.code() + " " + action.code(), action, milestone);
        }
    }
}

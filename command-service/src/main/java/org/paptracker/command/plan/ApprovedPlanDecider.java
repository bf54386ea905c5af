package org.paptracker.command.plan;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.platform.rules.Terms;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;

/**
 * What a plan said when it was approved. It stays so until the board reopens the plan; what is added is unapproved until
 * the board approves again. ADR 27.
 */
final class ApprovedPlanDecider {
    /** What an approved plan that says nothing of it may not say later without being approved anew. */
    private static final Set<String> OPEN = Set.of("draftSubmittedOn", "startsOn", "endsOn", "supersedes");

    private ApprovedPlanDecider() {}

    /** @throws RuleBroken {@code plan.approved} if an amendment changes what was approved */
    static void requireUnchanged(Plan plan, PlanId code, PlanDetails after) {
        PlanDetails before = plan.details();
        PlanDetails approved = plan.approved();
        if (before == null || approved == null) return;
        Map<String, Object> content = approved.parts();
        SortedSet<String> changed = before.differences(after);
        changed.removeIf(part -> !content.containsKey(part) && !OPEN.contains(part));
        require(
                changed.isEmpty(),
                "plan.approved",
                "Plan %s has been approved, and the amendment changes what was approved: %s. Ask the board to reopen the plan, amend it, and have it approved again."
                        .formatted(code, Terms.inWords(changed)));
    }
}

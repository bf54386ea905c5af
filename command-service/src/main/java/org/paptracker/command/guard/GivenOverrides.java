package org.paptracker.command.guard;

import org.paptracker.command.guard.GuardOverrideCommand.JudgeOverride;
import org.paptracker.command.guard.GuardOverrideCommand.UseOverride;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.Overrides;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** How the guard, which knows no slice, asks this one. */
@Component
class GivenOverrides implements Overrides {
    @Override
    public Command judge(PlanId plan, OverrideCode override, GuardedRequest request) {
        return new JudgeOverride(plan, override, request);
    }

    @Override
    public Command use(PlanId plan, OverrideCode override, GuardedRequest request) {
        return new UseOverride(plan, override, request);
    }
}

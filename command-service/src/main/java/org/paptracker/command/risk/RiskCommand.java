package org.paptracker.command.risk;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.RiskEvent;
import org.paptracker.events.Streams;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskDetails;

/** What can be asked of a risk. An {@code effectiveOn} that is null means today. */
sealed interface RiskCommand extends Command {
    RiskCode risk();

    @Override
    default String stream() {
        return Streams.of(RiskEvent.class, plan(), risk());
    }

    /** Records the risk or, if it is there already, amends it: the whole of its details as they should be. */
    record IdentifyRisk(PlanId plan, RiskCode risk, RiskDetails details) implements RiskCommand {}

    record ScoreRisk(
            PlanId plan,
            RiskCode risk,
            @Nullable BusinessDate effectiveOn,
            int likelihood,
            int impact,
            @Nullable ErasableText note)
            implements RiskCommand {}

    record PlanMitigation(
            PlanId plan,
            RiskCode risk,
            @Nullable BusinessDate effectiveOn,
            ErasableText text,
            @Nullable BusinessDate dueOn)
            implements RiskCommand {}

    record EscalateRisk(
            PlanId plan, RiskCode risk, @Nullable BusinessDate effectiveOn, BoardCode to, ErasableText reason)
            implements RiskCommand {}

    record ReturnRisk(PlanId plan, RiskCode risk, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements RiskCommand {}

    record AcceptRisk(PlanId plan, RiskCode risk, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements RiskCommand {}

    record CloseRisk(PlanId plan, RiskCode risk, @Nullable BusinessDate effectiveOn, ErasableText reason)
            implements RiskCommand {}
}

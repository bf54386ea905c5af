package org.paptracker.command.risk;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.RiskEvent;
import org.paptracker.values.risk.RiskCode;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a risk. */
@Aggregate(type = "risk")
class RiskAggregate extends EventSourced<Risk, RiskCommand, RiskEvent> {
    private static final Slice<Risk, RiskCommand, RiskEvent> SLICE =
            Slice.of(RiskEvent.class, RiskDecider.RULES, PathCode.of(RiskCode.class, "risk", RiskCode::new));

    RiskAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> riskSlice() {
        return SLICE;
    }

    @Decides
    Long handle(RiskCommand command, Context context) {
        return handled(command, context);
    }
}

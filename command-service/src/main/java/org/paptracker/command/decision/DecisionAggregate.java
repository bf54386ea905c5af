package org.paptracker.command.decision;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.DecisionEvent;
import org.paptracker.values.decision.DecisionId;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a decision. */
@Aggregate(type = "decision")
class DecisionAggregate extends EventSourced<Decision, DecisionCommand, DecisionEvent> {
    private static final Slice<Decision, DecisionCommand, DecisionEvent> SLICE = Slice.of(
                    DecisionEvent.class,
                    DecisionDecider.RULES,
                    PathCode.of(DecisionId.class, "decision", DecisionId::new))
            .saidAs(DecisionDecider::words)
            .ownedAs(DecisionDecider::requireOwn);

    DecisionAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> decisionSlice() {
        return SLICE;
    }

    @Decides
    Long handle(DecisionCommand command, Context context) {
        return handled(command, context);
    }
}

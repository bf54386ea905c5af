package org.paptracker.command.plan;

import java.util.List;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Alongside;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.http.PlanCode;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.PlanEvent;
import org.paptracker.values.plan.PlanId;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a plan. */
@Aggregate(type = "plan")
class PlanAggregate extends EventSourced<Plan, PlanCommand, PlanEvent> {
    private static final PathCode<PlanId> CODE =
            new PathCode<>(PlanId.class, "plan", PlanCode.SHAPE, PlanCode.WORDS, PlanId::new);

    private static final Slice<Plan, PlanCommand, PlanEvent> SLICE = Slice.of(PlanEvent.class, PlanDecider.RULES, CODE);

    PlanAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> planSlice() {
        return SLICE;
    }

    @Decides
    Long handle(PlanCommand command, Context context, Alongside alongside) {
        List<PlanEvent> decided = decided(command, context);
        Long version = record(decided);
        PlanDecider.following(decided).forEach(alongside::ask);
        return version;
    }
}

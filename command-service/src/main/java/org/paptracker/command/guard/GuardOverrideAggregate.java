package org.paptracker.command.guard;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.GuardEvent;
import org.paptracker.values.guard.OverrideCode;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of an override. */
@Aggregate(type = "guard-override")
class GuardOverrideAggregate extends EventSourced<GuardOverride, GuardOverrideCommand, GuardEvent> {
    private static final Slice<GuardOverride, GuardOverrideCommand, GuardEvent> SLICE = Slice.of(
                    GuardEvent.class,
                    GuardOverrideDecider.RULES,
                    PathCode.of(OverrideCode.class, "override", OverrideCode::new))
            .ownedAs(GuardOverrideDecider::requireOwn);

    GuardOverrideAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> guardOverrideSlice() {
        return SLICE;
    }

    @Decides
    Long handle(GuardOverrideCommand command, Context context) {
        return handled(command, context);
    }
}

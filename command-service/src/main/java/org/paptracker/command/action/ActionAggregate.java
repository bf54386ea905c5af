package org.paptracker.command.action;

import java.util.List;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Alongside;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.ActionEvent;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the deciders of an action and its milestones. */
@Aggregate(type = "action")
class ActionAggregate extends EventSourced<Action, ActionCommand, ActionEvent> {
    private static final Slice<Action, ActionCommand, ActionEvent> SLICE = Slice.of(
                    ActionEvent.class,
                    ActionDecider.RULES,
                    PathCode.of(ActionCode.class, "action", ActionCode::new),
                    PathCode.of(MilestoneCode.class, "milestone", MilestoneCode::new))
            .ownedAs(ActionDecider::requireOwn);

    ActionAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> actionSlice() {
        return SLICE;
    }

    @Decides
    Long handle(ActionCommand command, Context context, Alongside alongside) {
        Action before = state();
        List<ActionEvent> decided = decided(command, context);
        Long version = record(decided);
        TransferDecider.following(before, command, decided).forEach(alongside::ask);
        return version;
    }
}

package org.paptracker.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.log.MongoEventLog;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanId;

/** Many commands and another process that writes to the same stream in between. */
class AtomicBatchTest {
    private static final String TABLE = """
            action,milestone,effectiveOn,note
            PA3-01,PA3-01.1,2025-02-13,One
            PA3-01,PA3-01.1,2025-02-13,Two
            """;

    private final CommandService service = CommandService.shared();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void are_all_decided_again_on_what_the_other_has_recorded() {
        String plan = plan();
        Registration interference = interfering(plan, 1);
        try {
            upload(plan).is(200);
        } finally {
            interference.cancel();
        }
        assertThat(tries).hasValue(2);
        // agreed, milestone, started by the other, two notes: it need not be started again
        assertThat(service.stream(stream(plan))).hasSize(5);
    }

    @Test
    void give_up_after_a_few_tries_with_nothing_recorded() {
        String plan = plan();
        Registration interference = interfering(plan, Integer.MAX_VALUE);
        try {
            upload(plan).is(503, "log.unavailable");
        } finally {
            interference.cancel();
        }
        assertThat(tries).hasValue(Commands.MOST_ATTEMPTS);
        assertThat(service.stream(stream(plan))).hasSize(2 + Commands.MOST_ATTEMPTS);
    }

    private CommandService.Answer upload(String plan) {
        return service.upload("lead-t1", plan + "/imports", "text/csv", TABLE.getBytes(StandardCharsets.UTF_8));
    }

    /** Just before the events are appended, and in the next place of their stream. */
    private Registration interfering(String plan, int times) {
        return service.bean(EventStore.class).registerDispatchInterceptor(events -> {
            int tried = tries.incrementAndGet();
            if (tried <= times) {
                ActionStarted started = new ActionStarted(
                        new PlanId(code(plan)), new ActionCode("PA3-01"), BusinessDate.parse("2025-02-01"), null);
                service.bean(MongoEventLog.class)
                        .appendEvents(new GenericDomainEventMessage<>("action", stream(plan), 1 + tried, started));
            }
            return (index, event) -> event;
        });
    }

    private String plan() {
        String action = service.action();
        return action.substring(0, action.indexOf("/actions"));
    }

    private static String code(String plan) {
        return plan.substring("/api/v1/plans/".length());
    }

    private static String stream(String plan) {
        return "action:" + code(plan) + "/PA3-01";
    }
}

package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.query.action.Actions;
import org.paptracker.query.history.AsAt;
import org.paptracker.values.action.ActionCode;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The store dies while an event is taken in, and is back before the event could be parked. ADR 20. */
class StoreBreaksOffTest {
    private static final ActionCode ACTION = new ActionCode("S1-01");
    private static final AsAt NOW = Everything.asAt(null, null, LocalDate.of(2025, 6, 1));

    @TempDir
    Path directory;

    /** What a handler meets that asks a store which has just died. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ProcessingGroup(Actions.PROJECTION)
    static class BreaksOff {
        static final AtomicInteger TIMES = new AtomicInteger();

        @EventHandler
        void on(ActionAgreed event) {
            if (TIMES.getAndDecrement() > 0) {
                throw new IllegalStateException(
                        new MongoSocketReadException("Exception receiving message", new ServerAddress()));
            }
        }
    }

    @Test
    void the_event_is_tried_again_and_is_no_dead_letter() {
        BreaksOff.TIMES.set(2);
        try (QueryService service = QueryService.start(directory, BreaksOff.class)) {
            service.append(List.of(History.plan(), History.agreed(ACTION, "PA3")), OFFICE);
            service.awaitViews();

            assertThat(BreaksOff.TIMES.get()).isNegative();
            assertThat(service.metric("pap_dead_letters", "projection=\"" + Actions.PROJECTION + "\""))
                    .isZero();
            assertThat(service.bean(Actions.class)
                            .get(PLAN, ACTION, NOW)
                            .stamp()
                            .version())
                    .isZero();
        }
    }
}

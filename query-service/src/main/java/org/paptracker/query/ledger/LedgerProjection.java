package org.paptracker.query.ledger;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.log.Recordings;
import org.paptracker.query.platform.projection.Batch;
import org.paptracker.query.platform.projection.Projected;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Lets the tree follow the log. Takes any event and looks into none: what this version can't read is in the tree like
 * everything else, and no event can become a dead letter here. There is no reset: see {@link Ledger}.
 */
@Component
@ProcessingGroup(LedgerProjection.PROJECTION)
public class LedgerProjection {
    public static final String PROJECTION = "ledger";

    private final Ledger ledger;

    LedgerProjection(Ledger ledger) {
        this.ledger = ledger;
    }

    @Bean
    static Projected ledgerProjected() {
        return new Projected() {
            @Override
            public String projection() {
                return PROJECTION;
            }

            @Override
            public boolean isReplayable() {
                return false;
            }
        };
    }

    @EventHandler
    void on(EventMessage<?> message, UnitOfWork<?> unit) {
        Batch.of(unit)
                .changes(this, AtomicLong::new, last -> ledger.growTo(last.get()))
                .set(Recordings.position(message));
    }
}

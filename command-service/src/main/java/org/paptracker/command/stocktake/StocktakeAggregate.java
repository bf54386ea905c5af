package org.paptracker.command.stocktake;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.StocktakeEvent;
import org.paptracker.values.stocktake.StocktakeCode;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a stocktake. */
@Aggregate(type = "stocktake")
class StocktakeAggregate extends EventSourced<Stocktake, StocktakeCommand, StocktakeEvent> {
    private static final Slice<Stocktake, StocktakeCommand, StocktakeEvent> SLICE = Slice.of(
                    StocktakeEvent.class,
                    StocktakeDecider.RULES,
                    PathCode.of(StocktakeCode.class, "stocktake", StocktakeCode::new))
            .saidAs(StocktakeDecider::words);

    StocktakeAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> stocktakeSlice() {
        return SLICE;
    }

    @Decides
    Long handle(StocktakeCommand command, Context context) {
        return handled(command, context);
    }
}

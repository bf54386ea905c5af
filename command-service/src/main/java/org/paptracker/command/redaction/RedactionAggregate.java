package org.paptracker.command.redaction;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.RedactionEvent;
import org.paptracker.values.redaction.RedactionId;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a redaction. */
@Aggregate(type = "redaction")
class RedactionAggregate extends EventSourced<Redaction, RedactionCommand, RedactionEvent> {
    private static final PathCode<RedactionId> NUMBER =
            new PathCode<>(RedactionId.class, "redaction", "[1-9]\\d{0,17}", "a number: 1, 2, 3 …", RedactionId::new);

    private static final Slice<Redaction, RedactionCommand, RedactionEvent> SLICE =
            Slice.of(RedactionEvent.class, RedactionDecider.RULES, NUMBER);

    RedactionAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> redactionSlice() {
        return SLICE;
    }

    @Decides
    Long handle(RedactionCommand command, Context context) {
        return handled(command, context);
    }
}

package org.paptracker.command.evidence;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.values.evidence.EvidenceId;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a piece of evidence. */
@Aggregate(type = "evidence")
class EvidenceAggregate extends EventSourced<Evidence, EvidenceCommand, EvidenceEvent> {
    private static final Slice<Evidence, EvidenceCommand, EvidenceEvent> SLICE = Slice.of(
                    EvidenceEvent.class,
                    EvidenceDecider.RULES,
                    PathCode.of(EvidenceId.class, "evidence", EvidenceId::new))
            .ownedAs(EvidenceDecider::requireOwn)
            .saidAs(EvidenceDecider::words);

    EvidenceAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> evidenceSlice() {
        return SLICE;
    }

    @Decides
    Long handle(EvidenceCommand command, Context context) {
        return handled(command, context);
    }
}

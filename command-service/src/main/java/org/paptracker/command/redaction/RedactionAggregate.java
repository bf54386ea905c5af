package org.paptracker.command.redaction;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.redaction.RedactionCommand.ConfirmRedaction;
import org.paptracker.command.redaction.RedactionCommand.DeclineRedaction;
import org.paptracker.command.redaction.RedactionCommand.ProposeRedaction;
import org.paptracker.command.redaction.RedactionCommand.RecordRedacted;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.values.redaction.TextPlace;

/** The shell that Axon needs round the decider of a redaction, and nothing more. */
@Aggregate(type = "redaction")
class RedactionAggregate extends EventSourced<Redaction, RedactionEvent> {
    RedactionAggregate() {
        super(Redaction.FOLD);
    }

    @Decides
    Long handle(ProposeRedaction command, Places places) {
        return record(RedactionDecider.decide(state(), command, places.of(command.position(), command.field())));
    }

    @Decides
    Long handle(DeclineRedaction command) {
        return record(RedactionDecider.decide(state(), command));
    }

    @Decides
    Long handle(ConfirmRedaction command, Actor actor, Places places) {
        RedactionProposed proposal = state().proposal();
        List<TextPlace> found = proposal == null ? List.of() : places.of(proposal.position(), proposal.field());
        return record(RedactionDecider.decide(state(), command, actor, found));
    }

    @Decides
    Long handle(RecordRedacted command) {
        return record(RedactionDecider.decide(state(), command));
    }

    @EventSourcingHandler
    void on(RedactionEvent event, DomainEventMessage<RedactionEvent> message) {
        recorded(event.stream(), message);
    }
}

package org.paptracker.command.voice;

import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.command.voice.VoiceCommand.CloseVoice;
import org.paptracker.command.voice.VoiceCommand.HearVoice;
import org.paptracker.command.voice.VoiceCommand.RespondToVoice;
import org.paptracker.events.VoiceEvent;
import org.paptracker.values.voice.VoiceDetails;

/** The shell that Axon needs round the decider of a voice, and nothing more. */
@Aggregate(type = "voice")
class VoiceAggregate extends EventSourced<Voice, VoiceEvent> {
    VoiceAggregate() {
        super(Voice.FOLD);
    }

    @Decides
    Long handle(HearVoice command, PlanTerms plan, Clock clock) {
        return record(VoiceDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(RespondToVoice command, PlanTerms plan, Clock clock) {
        return record(VoiceDecider.decide(state(), command, plan, today(clock)));
    }

    @Decides
    Long handle(CloseVoice command, PlanTerms plan, Clock clock) {
        return record(VoiceDecider.decide(state(), command, plan, today(clock)));
    }

    /** Of what it speaks of, and of what it is to speak of from now on. */
    @Override
    protected void requireOwn(Command command, WriteAccess access) {
        VoiceDetails details = state().details();
        if (details != null) access.requireVoice(details.themes(), details.areas());
        if (command instanceof HearVoice hear)
            access.requireVoice(hear.details().themes(), hear.details().areas());
    }

    @EventSourcingHandler
    void on(VoiceEvent event, DomainEventMessage<VoiceEvent> message) {
        recorded(event.stream(), message);
    }
}

package org.paptracker.command.voice;

import java.time.Clock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.voice.VoiceCommand.CloseVoice;
import org.paptracker.command.voice.VoiceCommand.HearVoice;
import org.paptracker.command.voice.VoiceCommand.RespondToVoice;
import org.paptracker.events.VoiceEvent;

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

    @EventSourcingHandler
    void on(VoiceEvent event, DomainEventMessage<VoiceEvent> message) {
        recorded(VoiceCommand.stream(event.plan(), event.voice()), message);
    }
}

package org.paptracker.command.voice;

import org.axonframework.spring.stereotype.Aggregate;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.EventSourced;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.PathCode;
import org.paptracker.command.platform.rules.Slice;
import org.paptracker.events.VoiceEvent;
import org.paptracker.values.voice.VoiceId;
import org.springframework.context.annotation.Bean;

/** What the platform has to know of the slice, and the shell that Axon needs round the decider of a voice. */
@Aggregate(type = "voice")
class VoiceAggregate extends EventSourced<Voice, VoiceCommand, VoiceEvent> {
    private static final Slice<Voice, VoiceCommand, VoiceEvent> SLICE = Slice.of(
                    VoiceEvent.class, VoiceDecider.RULES, PathCode.of(VoiceId.class, "voice", VoiceId::new))
            .ownedAs(VoiceDecider::requireOwn)
            .saidAs(VoiceDecider::words);

    VoiceAggregate() {
        super(SLICE);
    }

    @Bean
    static Slice<?, ?, ?> voiceSlice() {
        return SLICE;
    }

    @Decides
    Long handle(VoiceCommand command, Context context) {
        return handled(command, context);
    }
}

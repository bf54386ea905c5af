package org.paptracker.command.voice;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.events.Streams;
import org.paptracker.events.VoiceEvent;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceId;

/** What can be asked of a voice. An {@code effectiveOn} that is null means today. */
sealed interface VoiceCommand extends Command {
    VoiceId voice();

    @Override
    default String stream() {
        return Streams.of(VoiceEvent.class, plan(), voice());
    }

    /**
     * Records the voice or, if it is there already, amends it: the whole of its details as they should be.
     *
     * @param reason why it is amended; null if nobody says
     */
    record HearVoice(
            PlanId plan,
            VoiceId voice,
            VoiceDetails details,
            @Nullable ErasableText reason) implements VoiceCommand {}

    /**
     * @param actions what in the plan does it; may be empty
     */
    record RespondToVoice(
            PlanId plan,
            VoiceId voice,
            @Nullable BusinessDate effectiveOn,
            ErasableText weDid,
            SortedSet<ActionCode> actions)
            implements VoiceCommand {}

    /**
     * @param agreedBy the role or body that agreed, never a personal name; null if nobody was asked
     */
    record CloseVoice(
            PlanId plan,
            VoiceId voice,
            @Nullable BusinessDate effectiveOn,
            ErasableText outcome,
            @Nullable String agreedBy)
            implements VoiceCommand {}
}

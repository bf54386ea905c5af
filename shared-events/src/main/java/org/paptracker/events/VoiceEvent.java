package org.paptracker.events;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceId;

/** What can happen to a voice: heard, responded to, closed. Life cycle: docs/requirements.md, VOI-1 to VOI-12. */
@EventFamily("voice")
public sealed interface VoiceEvent extends DomainEvent {
    VoiceId voice();

    @Override
    default String stream() {
        return Streams.of(VoiceEvent.class, plan(), voice());
    }

    /** True from the day it was heard. */
    @EventType(value = "voice-heard", revision = 2, upcasters = ClearWordsBecomeErasable.class, creates = true)
    record VoiceHeard(PlanId plan, VoiceId voice, VoiceDetails details) implements VoiceEvent {
        @Override
        public BusinessDate effectiveOn() {
            return details.heardOn();
        }
    }

    /**
     * The whole of the details as they now are. Nobody has responded yet.
     *
     * @param reason why it was amended; the programme office gives one for what others said
     */
    @EventType(value = "voice-amended", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record VoiceAmended(
            PlanId plan,
            VoiceId voice,
            VoiceDetails details,
            @Nullable ErasableText reason) implements VoiceEvent {
        @Override
        public BusinessDate effectiveOn() {
            return details.heardOn();
        }
    }

    /**
     * What was done about it. A later response adds to an earlier one.
     *
     * @param actions what in the plan does it; may be empty
     */
    @EventType("voice-responded")
    record VoiceResponded(
            PlanId plan, VoiceId voice, BusinessDate effectiveOn, ErasableText weDid, SortedSet<ActionCode> actions)
            implements VoiceEvent {}

    /**
     * What came of it.
     *
     * @param agreedBy the role or body that agreed, never a personal name; null if nobody was asked
     */
    @EventType(value = "voice-closed", revision = 2, upcasters = ClearWordsBecomeErasable.class)
    record VoiceClosed(
            PlanId plan,
            VoiceId voice,
            BusinessDate effectiveOn,
            ErasableText outcome,
            @Nullable String agreedBy) implements VoiceEvent {}
}

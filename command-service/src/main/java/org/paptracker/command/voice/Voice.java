package org.paptracker.command.voice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Author;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Belongs;
import org.paptracker.events.VoiceEvent;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.fold.Fold;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceState;

/**
 * What decisions about a voice need to know.
 *
 * @param details null while nobody has been heard
 * @param responses in the order recorded
 * @param closure null unless closed
 * @param author who recorded it; null while nobody has been heard
 */
record Voice(
        VoiceState state,
        @Nullable VoiceDetails details,
        List<VoiceResponded> responses,
        @Nullable VoiceClosed closure,
        @Nullable Author author)
        implements Belongs {

    static final Fold<Voice, VoiceEvent> FOLD = Fold.from(
                    new Voice(VoiceState.HEARD, null, List.of(), null, null), VoiceEvent.class)
            .on(
                    VoiceHeard.class,
                    (voice, event, recorded) -> voice.described(event.details()).by(Author.of(recorded)))
            .on(VoiceAmended.class, (voice, event) -> voice.described(event.details()))
            .on(VoiceResponded.class, Voice::responded)
            .on(VoiceClosed.class, (voice, event) -> voice.in(VoiceState.CLOSED).closed(event))
            .exhaustive();

    @Override
    public @Nullable Belonging belonging() {
        return details == null ? null : Belonging.toNobody(details.visibility());
    }

    private Voice responded(VoiceResponded response) {
        List<VoiceResponded> more = new ArrayList<>(responses);
        more.add(response);
        return in(VoiceState.RESPONDED).withResponses(List.copyOf(more));
    }

    private Voice in(VoiceState next) {
        return new Voice(next, details, responses, closure, author);
    }

    private Voice described(VoiceDetails now) {
        return new Voice(state, now, responses, closure, author);
    }

    private Voice withResponses(List<VoiceResponded> all) {
        return new Voice(state, details, all, closure, author);
    }

    private Voice closed(VoiceClosed now) {
        return new Voice(state, details, responses, now, author);
    }

    private Voice by(Author one) {
        return new Voice(state, details, responses, closure, one);
    }
}

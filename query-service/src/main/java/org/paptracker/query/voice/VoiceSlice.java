package org.paptracker.query.voice;

import org.paptracker.events.VoiceEvent;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.fold.Fold;
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;

/** Voices in the history. */
final class VoiceSlice extends Slice<VoiceView, VoiceEvent> {
    private static final Fold<String, VoiceEvent> SENTENCES = Fold.from("", VoiceEvent.class)
            .on(
                    VoiceHeard.class,
                    (none, e) ->
                            voice(e, "was heard from " + Phrases.of(e.details().from())))
            .on(VoiceAmended.class, (none, e) -> "The details of the voice %s were amended.".formatted(e.voice()))
            .on(VoiceResponded.class, (none, e) -> voice(e, "was responded to"))
            .on(
                    VoiceClosed.class,
                    (none, e) ->
                            voice(e, e.agreedBy() == null ? "was closed" : "was closed, agreed by " + e.agreedBy()))
            .exhaustive();

    VoiceSlice() {
        super(Voices.PROJECTION, VoiceEvent.class, VoiceView.class, VoiceView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(VoiceView view) {
        return AreasAndThemes.of(view.details().areas(), view.details().themes());
    }

    private static String voice(VoiceEvent event, String whatHappened) {
        return "The voice %s %s%s.".formatted(event.voice(), whatHappened, Phrases.effective(event));
    }
}

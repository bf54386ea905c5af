package org.paptracker.query.audit;

import java.util.List;
import org.paptracker.events.VoiceEvent;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.fold.Fold;
import org.paptracker.query.voice.VoiceView;

/** Voices in the history. */
final class VoiceFamily {
    private static final Fold<String, VoiceEvent> SENTENCE = Fold.from("", VoiceEvent.class)
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

    static final Family<VoiceView, VoiceEvent> FAMILY = new Family<>(
            VoiceEvent.class,
            VoiceView.FOLD,
            SENTENCE,
            event -> List.of(new AuditEntry.Subject("voice", event.voice().value())),
            (view, subject) -> view,
            view -> Phrases.codes(view.details().areas()),
            view -> Phrases.codes(view.details().themes()));

    private VoiceFamily() {}

    private static String voice(VoiceEvent event, String whatHappened) {
        return "The voice %s %s%s.".formatted(event.voice(), whatHappened, Phrases.effective(event));
    }
}

package org.paptracker.query.redaction;

import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.fold.Fold;
import org.paptracker.log.Eraser;
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Slice;
import org.paptracker.values.redaction.TextPlace;

/** Redactions in the history: what was removed, when and on what ground, and never the words. */
final class RedactionSlice extends Slice<RedactionView, RedactionEvent> {
    private static final Fold<String, RedactionEvent> SENTENCES = Fold.from("", RedactionEvent.class)
            .on(
                    RedactionProposed.class,
                    (none, e) -> "The redaction %s was proposed: %s is to go, on the ground of %s."
                            .formatted(
                                    e.redaction(),
                                    what(e.field(), e.position()),
                                    e.ground().inWords()))
            .on(
                    RedactionDeclined.class,
                    (none, e) -> "The redaction %s was refused, and nothing was removed.".formatted(e.redaction()))
            .on(
                    RedactionConfirmed.class,
                    (none, e) -> "The redaction %s was confirmed for %s."
                            .formatted(e.redaction(), places(e.places().size(), "")))
            .on(ContentRedacted.class, (none, e) -> redacted(e))
            .exhaustive();

    RedactionSlice() {
        super(Redactions.PROJECTION, RedactionEvent.class, RedactionView.class, RedactionView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(RedactionView view) {
        return AreasAndThemes.NONE;
    }

    private static String redacted(ContentRedacted event) {
        int others = Math.max(0, event.places().size() - 1);
        return "The redaction %s was carried out: %s removed on %s, on the ground of %s%s."
                .formatted(
                        event.redaction(),
                        event.places().isEmpty()
                                ? "nothing was"
                                : what(event.places().get(0)) + " was",
                        event.on().inWords(),
                        event.ground().inWords(),
                        others == 0 ? "" : ", and so were the same words in " + places(others, "other "));
    }

    private static String what(TextPlace place) {
        return what(place.field(), place.position());
    }

    private static String what(String field, long position) {
        return field.equals(Eraser.ACTOR)
                ? "the name of the person who recorded entry %d".formatted(position)
                : "the text %s of entry %d".formatted(field, position);
    }

    private static String places(int count, String which) {
        return "%d %s%s".formatted(count, which, count == 1 ? "place" : "places");
    }
}

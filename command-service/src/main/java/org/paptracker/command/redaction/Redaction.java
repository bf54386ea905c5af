package org.paptracker.command.redaction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.London;
import org.paptracker.values.redaction.RedactionState;
import org.paptracker.values.redaction.TextPlace;

/**
 * What decisions about a redaction need to know.
 *
 * @param state null while it is not proposed, as are the proposal and its proposer
 * @param places where the words to be removed stand; empty until it is confirmed
 * @param confirmedOn Europe/London; null until it is confirmed
 */
record Redaction(
        @Nullable RedactionState state,
        @Nullable RedactionProposed proposal,
        @Nullable String proposer,
        List<TextPlace> places,
        @Nullable BusinessDate confirmedOn) {

    static final Fold<Redaction, RedactionEvent> FOLD = Fold.from(
                    new Redaction(null, null, null, List.of(), null), RedactionEvent.class)
            .on(RedactionProposed.class, Redaction::proposed)
            .on(RedactionDeclined.class, (redaction, event) -> redaction.in(RedactionState.REFUSED))
            .on(RedactionConfirmed.class, Redaction::confirmed)
            .on(ContentRedacted.class, (redaction, event) -> redaction.in(RedactionState.DONE))
            .exhaustive();

    boolean isConfirmed() {
        return state == RedactionState.CONFIRMED || state == RedactionState.DONE;
    }

    private Redaction proposed(RedactionProposed event, Recorded<? extends RedactionEvent> recorded) {
        return new Redaction(RedactionState.PROPOSED, event, recorded.actor(), places, confirmedOn);
    }

    private Redaction confirmed(RedactionConfirmed event, Recorded<? extends RedactionEvent> recorded) {
        BusinessDate on = BusinessDate.day(London.day(recorded.recordedAt()));
        return new Redaction(RedactionState.CONFIRMED, proposal, proposer, event.places(), on);
    }

    private Redaction in(RedactionState next) {
        return new Redaction(next, proposal, proposer, places, confirmedOn);
    }
}

package org.paptracker.command.redaction;

import java.time.LocalDate;
import java.util.List;
import org.paptracker.command.Scenario;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;

/** One redaction, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final RedactionId REDACTION = RedactionId.of(3);
    static final ErasableText BASIS = ErasableText.of("UK GDPR Article 17(1)(d)");
    static final ErasableText REASON = ErasableText.of("It names nobody");
    static final List<TextPlace> PLACES = List.of(
            new TextPlace(12, "voice:oxfordshire-pap/v-1", "details.text", "sha256:ab"),
            new TextPlace(7, "action:oxfordshire-pap/PA3-01", "note", "sha256:cd"));
    /** The scenario records everything at the epoch. */
    static final BusinessDate CONFIRMED_ON = BusinessDate.day(LocalDate.EPOCH);

    private Examples() {}

    /** The words are still in the log. */
    static Scenario<Redaction, RedactionCommand, RedactionEvent> given(RedactionEvent... events) {
        return withWordsIn(PLACES, events);
    }

    static Scenario<Redaction, RedactionCommand, RedactionEvent> withWordsIn(
            List<TextPlace> places, RedactionEvent... events) {
        return new Scenario<>(RedactionDecider.RULES).withWordsIn(places).given(events);
    }

    static RedactionProposed proposed() {
        return new RedactionProposed(
                PLAN, REDACTION, 12, "details.text", RedactionGround.THIRD_PARTY_PERSONAL_DATA, BASIS, null);
    }

    static RedactionDeclined declined() {
        return new RedactionDeclined(PLAN, REDACTION, REASON);
    }

    static RedactionConfirmed confirmed() {
        return new RedactionConfirmed(PLAN, REDACTION, PLACES);
    }

    static ContentRedacted redacted() {
        return new ContentRedacted(PLAN, REDACTION, PLACES, RedactionGround.THIRD_PARTY_PERSONAL_DATA, CONFIRMED_ON);
    }
}

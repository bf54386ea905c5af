package org.paptracker.command.redaction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.command.platform.rules.Places.SameWords;
import org.paptracker.command.redaction.RedactionCommand.ConfirmRedaction;
import org.paptracker.command.redaction.RedactionCommand.ProposeRedaction;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.FoundPlace;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextAt;
import org.paptracker.values.redaction.TextPlace;

/** One redaction, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final RedactionId REDACTION = RedactionId.of(3);
    static final ErasableText BASIS = ErasableText.of("UK GDPR Article 17(1)(d)");
    static final ErasableText REASON = ErasableText.of("It names nobody");
    /** The scenario records everything at the epoch. */
    static final BusinessDate CONFIRMED_ON = BusinessDate.day(Scenario.TODAY);

    static final FoundPlace TEXT = found(12, "voice:oxfordshire-pap/v-1", "details.text", "sha256:ab");
    static final FoundPlace COPY = found(13, "voice:next/v-1", "details.text", "sha256:ab");
    static final FoundPlace EQUAL = found(7, "action:oxfordshire-pap/PA3-01", "note", "sha256:cd");
    static final List<FoundPlace> PLACES = List.of(TEXT, COPY, EQUAL);

    private Examples() {}

    private static FoundPlace found(long position, String stream, String field, String digest) {
        return new FoundPlace(position, stream, field, digest, "voice-heard", CONFIRMED_ON);
    }

    static Set<TextAt> at(FoundPlace... places) {
        return Stream.of(places).map(FoundPlace::at).collect(Collectors.toSet());
    }

    /** The words are still in the log. */
    static Scenario<Redaction, RedactionCommand, RedactionEvent> given(RedactionEvent... events) {
        return withWordsIn(PLACES, events);
    }

    static Scenario<Redaction, RedactionCommand, RedactionEvent> withWordsIn(
            List<FoundPlace> places, RedactionEvent... events) {
        return new Scenario<>(RedactionDecider.RULES)
                .with(GivenContext.words(places))
                .given(events);
    }

    /** The words are so few that equal ones elsewhere mean nothing. */
    static Scenario<Redaction, RedactionCommand, RedactionEvent> withShortWords(RedactionEvent... events) {
        return new Scenario<>(RedactionDecider.RULES)
                .with((position, field) -> new SameWords(true, PLACES))
                .given(events);
    }

    static ProposeRedaction propose(FoundPlace... also) {
        return new ProposeRedaction(
                PLAN,
                REDACTION,
                12,
                "details.text",
                RedactionGround.THIRD_PARTY_PERSONAL_DATA,
                BASIS,
                null,
                Stream.of(also).map(FoundPlace::at).toList());
    }

    static RedactionProposed proposed() {
        return proposed(PLACES, null);
    }

    static RedactionProposed proposed(@Nullable List<FoundPlace> places, @Nullable List<TextAt> only) {
        return new RedactionProposed(
                PLAN,
                REDACTION,
                12,
                "details.text",
                RedactionGround.THIRD_PARTY_PERSONAL_DATA,
                BASIS,
                null,
                places,
                only);
    }

    static ConfirmRedaction confirm(FoundPlace... places) {
        return new ConfirmRedaction(PLAN, REDACTION, at(places));
    }

    static RedactionDeclined declined() {
        return new RedactionDeclined(PLAN, REDACTION, REASON);
    }

    static RedactionConfirmed confirmed() {
        return confirmed(TEXT, COPY, EQUAL);
    }

    static RedactionConfirmed confirmed(FoundPlace... places) {
        return new RedactionConfirmed(PLAN, REDACTION, places(places));
    }

    private static List<TextPlace> places(FoundPlace... places) {
        return Stream.of(places).map(FoundPlace::place).toList();
    }

    static ContentRedacted redacted() {
        return new ContentRedacted(
                PLAN, REDACTION, places(TEXT, COPY, EQUAL), RedactionGround.THIRD_PARTY_PERSONAL_DATA, CONFIRMED_ON);
    }
}

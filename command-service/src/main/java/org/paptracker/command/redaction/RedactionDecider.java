package org.paptracker.command.redaction;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Places.SameWords;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.redaction.RedactionCommand.ConfirmRedaction;
import org.paptracker.command.redaction.RedactionCommand.DeclineRedaction;
import org.paptracker.command.redaction.RedactionCommand.ProposeRedaction;
import org.paptracker.command.redaction.RedactionCommand.RecordRedacted;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.redaction.FoundPlace;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.RedactionState;
import org.paptracker.values.redaction.ShownPlace;
import org.paptracker.values.redaction.TextAt;

/**
 * The rules of taking words out of the record. A plan that has ended can be redacted like any other. What is so already
 * is never refused and never recorded twice.
 */
final class RedactionDecider {
    static final int MOST_THAT_STAY = 1_000;
    static final String NUMBER_TAKEN = "redaction.number-taken";

    static final Decider<Redaction, RedactionCommand, RedactionEvent> RULES = Decider.of(
                    Redaction.FOLD, RedactionCommand.class)
            .on(ProposeRedaction.class, RedactionDecider::propose)
            .on(DeclineRedaction.class, RedactionDecider::decline)
            .on(ConfirmRedaction.class, RedactionDecider::confirm)
            .on(RecordRedacted.class, RedactionDecider::recordRedacted)
            .exhaustive();

    private RedactionDecider() {}

    static List<RedactionEvent> propose(Redaction redaction, ProposeRedaction command, Context context) {
        require(
                redaction.state() == null,
                NUMBER_TAKEN,
                "Others proposed redactions at the same moment, each time this was tried. Please try again.");
        SameWords words = context.places().of(command.position(), command.field());
        requireWords(words);
        Set<TextAt> found = words.places().stream().map(FoundPlace::at).collect(Collectors.toSet());
        for (TextAt named : command.also()) {
            require(
                    found.contains(named),
                    "redaction.other-words",
                    "The text %s does not hold the same words. Leave it out, or propose it by itself."
                            .formatted(named));
        }
        TextAt text = new TextAt(command.position(), command.field());
        List<TextAt> only = command.also().isEmpty() ? onlyIfShort(text, words) : withOthers(text, command.also());
        return List.of(new RedactionProposed(
                command.plan(),
                command.redaction(),
                command.position(),
                command.field(),
                command.ground(),
                command.legalBasis(),
                command.note(),
                listed(words.places(), only),
                only));
    }

    /** Equal words of few letters say nothing of each other, so they only go where somebody named them. */
    private static @Nullable List<TextAt> onlyIfShort(TextAt text, SameWords words) {
        return words.isShort() ? List.of(text) : null;
    }

    /** All that go. Of those that stay so many that nobody can hinder a redaction by saying the same ten thousand times. */
    private static List<FoundPlace> listed(List<FoundPlace> all, @Nullable List<TextAt> only) {
        Set<FoundPlace> going = Set.copyOf(FoundPlace.going(all, only));
        List<FoundPlace> listed = new ArrayList<>();
        int staying = 0;
        for (FoundPlace place : all) {
            if (going.contains(place) || staying++ < MOST_THAT_STAY) listed.add(place);
        }
        return listed;
    }

    private static List<TextAt> withOthers(TextAt text, List<TextAt> also) {
        return Stream.concat(Stream.of(text), also.stream()).distinct().toList();
    }

    static List<RedactionEvent> decline(Redaction redaction, DeclineRedaction command) {
        requireKnown(redaction, command.redaction());
        if (redaction.state() == RedactionState.REFUSED) return List.of();
        require(
                !redaction.isConfirmed(),
                "redaction.confirmed",
                "Redaction %s has been confirmed, so it can no longer be refused.".formatted(command.redaction()));
        return List.of(new RedactionDeclined(command.plan(), command.redaction(), command.reason()));
    }

    static List<RedactionEvent> confirm(Redaction redaction, ConfirmRedaction command, Context context) {
        RedactionProposed proposal = requireKnown(redaction, command.redaction());
        if (redaction.isConfirmed()) return List.of();
        require(
                redaction.state() != RedactionState.REFUSED,
                "redaction.refused",
                "Redaction %s has been refused, so it cannot be confirmed. Propose it again if it is needed after all."
                        .formatted(command.redaction()));
        require(
                !context.actor().is(redaction.proposer()),
                "redaction.proposer-cannot-confirm",
                "You proposed redaction %s yourself, so somebody else has to confirm it. You can withdraw it by a refusal."
                        .formatted(command.redaction()));
        TextAt text = new TextAt(proposal.position(), proposal.field());
        SameWords words = context.places().of(text.position(), text.field());
        requireWords(words);
        List<TextAt> only = proposal.only() == null ? onlyIfShort(text, words) : proposal.only();
        List<FoundPlace> going = FoundPlace.going(words.places(), only);
        if (!going.stream().map(FoundPlace::at).collect(Collectors.toSet()).equals(command.places())) {
            throw placesChanged(command.redaction(), going.size(), ShownPlace.of(listed(words.places(), only), only));
        }
        return List.of(new RedactionConfirmed(
                command.plan(),
                command.redaction(),
                going.stream().map(FoundPlace::place).toList()));
    }

    private static RuleBroken placesChanged(RedactionId redaction, int going, List<ShownPlace> places) {
        return new RuleBroken(
                "redaction.places-changed",
                "Redaction %s would take the words out of %d %s now, and these are not the places that you named. See places, and name each that goes."
                        .formatted(redaction, going, going == 1 ? "place" : "places"),
                Map.of("places", places));
    }

    static List<RedactionEvent> recordRedacted(Redaction redaction, RecordRedacted command) {
        RedactionProposed proposal = requireKnown(redaction, command.redaction());
        if (redaction.state() == RedactionState.DONE) return List.of();
        BusinessDate on = redaction.confirmedOn();
        if (on == null) {
            throw new IllegalStateException(
                    "Nobody has confirmed redaction %s, so nothing can be removed".formatted(command.redaction()));
        }
        return List.of(
                new ContentRedacted(command.plan(), command.redaction(), redaction.places(), proposal.ground(), on));
    }

    private static RedactionProposed requireKnown(Redaction redaction, RedactionId id) {
        RedactionProposed proposal = redaction.proposal();
        if (proposal == null) throw unknown(id);
        return proposal;
    }

    static Unknown unknown(RedactionId redaction) {
        return new Unknown(
                "redaction.unknown",
                "There is no redaction %s. Check its number, or propose it first.".formatted(redaction));
    }

    private static void requireWords(SameWords words) {
        require(
                !words.places().isEmpty(),
                "redaction.words-gone",
                "These words are gone from the record already, so nothing is left to be removed.");
    }
}

package org.paptracker.command.redaction;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.List;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
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
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.RedactionState;
import org.paptracker.values.redaction.TextPlace;

/**
 * The rules of taking words out of the record. A plan that has ended can be redacted like any other. What is so already
 * is never refused and never recorded twice.
 */
final class RedactionDecider {
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
        requireWords(context.places().holds(command.position(), command.field()));
        return List.of(new RedactionProposed(
                command.plan(),
                command.redaction(),
                command.position(),
                command.field(),
                command.ground(),
                command.legalBasis(),
                command.note()));
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
        List<TextPlace> places = context.places().of(proposal.position(), proposal.field());
        requireWords(!places.isEmpty());
        return List.of(new RedactionConfirmed(command.plan(), command.redaction(), places));
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

    private static void requireWords(boolean held) {
        require(
                held,
                "redaction.words-gone",
                "These words are gone from the record already, so nothing is left to be removed.");
    }
}

package org.paptracker.command.redaction;

import java.util.List;
import java.util.Optional;
import org.paptracker.command.platform.axon.Commands;
import org.paptracker.command.platform.axon.Receipt;
import org.paptracker.command.platform.axon.Replaces;
import org.paptracker.command.platform.axon.Request;
import org.paptracker.command.platform.rules.Places;
import org.paptracker.command.redaction.RedactionCommand.RecordRedacted;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.events.Streams;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.Eraser;
import org.paptracker.log.LogReader;
import org.paptracker.platform.security.OwnWork;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.RedactionState;
import org.paptracker.values.redaction.ShownPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries out what was confirmed: the words go, and then the log says so, in that order, so that a reader of the entry
 * finds them gone. Each step may be repeated, so what broke off is simply done again. ADR 15.
 */
@Component
class Removal implements Places {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final LogReader log;
    private final Eraser eraser;
    private final Commands commands;

    /** All numbers before it are taken, for ever. */
    private volatile long lowest = 1;

    Removal(LogReader log, Eraser eraser, Commands commands) {
        this.log = log;
        this.eraser = eraser;
        this.commands = commands;
    }

    @Override
    public SameWords of(long position, String field) {
        return new SameWords(eraser.isShort(position, field), eraser.found(position, field));
    }

    /** Where the words stood when it was proposed. */
    List<ShownPlace> proposedPlaces(RedactionId redaction) {
        RedactionProposed proposal = Redaction.FOLD.over(history(redaction)).proposal();
        return proposal == null || proposal.places() == null
                ? List.of()
                : ShownPlace.of(proposal.places(), proposal.only());
    }

    /** The next free number: numbers have no gaps. */
    RedactionId free() {
        long number = lowest;
        while (!log.stream(stream(number), 0, 1).isEmpty()) number++;
        lowest = number;
        return RedactionId.of(number);
    }

    /** The plan that it was proposed in; empty if it was not. */
    Optional<PlanId> plan(RedactionId redaction) {
        return log.stream(Streams.of(redaction), 0, 1).stream()
                .findFirst()
                .map(first -> first.event().plan());
    }

    private static String stream(long number) {
        return Streams.of(RedactionId.of(number));
    }

    /** What a service that died, or lost its store, has left undone. */
    @EventListener(ApplicationReadyEvent.class)
    void finish() {
        try {
            for (long number = 1; !log.stream(stream(number), 0, 1).isEmpty(); number++) {
                RedactionId redaction = RedactionId.of(number);
                if (Redaction.FOLD.over(history(redaction)).isConfirmed()) carryOut(redaction);
            }
        } catch (RuntimeException e) {
            LOG.error("A redaction that was confirmed could not be carried out. Confirm it again, or restart.", e);
        }
    }

    /**
     * Removes the words of a confirmed redaction, unless they are gone, on behalf of the person who confirmed it.
     *
     * @return of the entry which says that they are gone
     */
    Receipt carryOut(RedactionId redaction) {
        List<Recorded<RedactionEvent>> history = history(redaction);
        if (remove(redaction, history)) history = history(redaction);
        Recorded<RedactionEvent> last = history.get(history.size() - 1);
        return new Receipt(last.sequence(), last.position(), false);
    }

    private boolean remove(RedactionId redaction, List<Recorded<RedactionEvent>> history) {
        Redaction state = Redaction.FOLD.over(history);
        BusinessDate on = state.confirmedOn();
        if (state.state() != RedactionState.CONFIRMED || on == null || state.proposal() == null) return false;
        eraser.erase(
                state.places(), new ErasableText.Redaction(on, state.proposal().ground()));
        Recorded<RedactionEvent> confirmed = history.stream()
                .filter(entry -> entry.event() instanceof RedactionConfirmed)
                .findFirst()
                .orElseThrow();
        commands.send(
                new RecordRedacted(confirmed.event().plan(), redaction),
                new Request(
                        ofTheSamePerson(confirmed.provenance()),
                        OwnWork.NONE,
                        null,
                        "",
                        null,
                        Replaces.ANYTHING,
                        null));
        return true;
    }

    /** The document that the confirmation was taken from says nothing of this step. */
    private static Provenance ofTheSamePerson(Provenance by) {
        return new Provenance(by.actor(), by.role(), by.organisation(), by.requestId(), null);
    }

    private List<Recorded<RedactionEvent>> history(RedactionId redaction) {
        List<Recorded<DomainEvent>> entries = log.stream(Streams.of(redaction));
        return entries.stream().map(entry -> entry.as(RedactionEvent.class)).toList();
    }
}

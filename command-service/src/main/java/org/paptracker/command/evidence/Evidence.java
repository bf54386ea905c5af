package org.paptracker.command.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Author;
import org.paptracker.command.platform.rules.Belonging;
import org.paptracker.command.platform.rules.Belongs;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceState;

/**
 * What decisions about a piece of evidence need to know.
 *
 * @param details null while it is not submitted
 * @param supersededBy what took its place; null if nothing did
 * @param author who submitted it first; null while nobody has
 */
record Evidence(
        EvidenceState state,
        @Nullable EvidenceDetails details,
        @Nullable EvidenceId supersededBy,
        @Nullable Author author)
        implements Belongs {

    static final Fold<Evidence, EvidenceEvent> FOLD = Fold.from(
                    new Evidence(EvidenceState.SUBMITTED, null, null, null), EvidenceEvent.class)
            .on(
                    EvidenceSubmitted.class,
                    (evidence, event, recorded) ->
                            evidence.submitted(event.details()).by(Author.of(recorded)))
            .on(EvidenceAmended.class, (evidence, event) -> evidence.submitted(event.details()))
            .on(EvidenceValidated.class, (evidence, event) -> evidence.in(EvidenceState.VALIDATED))
            .on(EvidenceReturned.class, (evidence, event) -> evidence.in(EvidenceState.RETURNED))
            .on(EvidenceChallenged.class, (evidence, event) -> evidence.in(EvidenceState.CHALLENGED))
            .on(EvidenceUpheld.class, (evidence, event) -> evidence.in(EvidenceState.UPHELD))
            .on(EvidenceWithdrawn.class, (evidence, event) -> evidence.in(EvidenceState.WITHDRAWN))
            .on(
                    EvidenceSuperseded.class,
                    (evidence, event) -> evidence.in(EvidenceState.SUPERSEDED).succeededBy(event.by()))
            .exhaustive();

    @Override
    public @Nullable Belonging belonging() {
        return details == null ? null : Belonging.toNobody(details.visibility());
    }

    private Evidence submitted(EvidenceDetails now) {
        return in(EvidenceState.SUBMITTED).described(now);
    }

    private Evidence in(EvidenceState next) {
        return new Evidence(next, details, supersededBy, author);
    }

    private Evidence described(EvidenceDetails now) {
        return new Evidence(state, now, supersededBy, author);
    }

    private Evidence succeededBy(EvidenceId other) {
        return new Evidence(state, details, other, author);
    }

    private Evidence by(Author one) {
        return new Evidence(state, details, supersededBy, one);
    }
}

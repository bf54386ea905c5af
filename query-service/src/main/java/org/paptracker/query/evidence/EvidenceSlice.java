package org.paptracker.query.evidence;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.paptracker.query.history.AreasAndThemes;
import org.paptracker.query.history.Phrases;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.evidence.EvidenceId;

/** Evidence in the history, under the areas and themes that it says it supports. */
final class EvidenceSlice extends Slice<EvidenceView, EvidenceEvent> {
    private static final Fold<String, EvidenceEvent> SENTENCES = Fold.from("", EvidenceEvent.class)
            .on(
                    EvidenceSubmitted.class,
                    (none, e) -> "The evidence %s of %s was submitted: %s."
                            .formatted(
                                    e.evidence(),
                                    Phrases.of(e.details().level()),
                                    Phrases.ending(e.details().title())))
            .on(
                    EvidenceAmended.class,
                    (none, e) -> "The details of the evidence %s were amended.".formatted(e.evidence()))
            .on(EvidenceValidated.class, (none, e) -> evidence(e, "was validated"))
            .on(EvidenceReturned.class, (none, e) -> evidence(e, "was returned to its submitter"))
            .on(EvidenceChallenged.class, (none, e) -> evidence(e, "was challenged"))
            .on(EvidenceUpheld.class, (none, e) -> evidence(e, "was upheld against a challenge"))
            .on(EvidenceWithdrawn.class, (none, e) -> evidence(e, "was withdrawn"))
            .on(EvidenceSuperseded.class, (none, e) -> evidence(e, "was superseded by " + e.by()))
            .exhaustive();

    EvidenceSlice() {
        super(Evidences.PROJECTION, EvidenceEvent.class, EvidenceView.class, EvidenceView.FOLD, SENTENCES);
    }

    @Override
    public AreasAndThemes areasAndThemes(EvidenceView view) {
        return new AreasAndThemes(codes(view, SubjectType.AREA), codes(view, SubjectType.THEME));
    }

    @Override
    protected EvidenceEvent told(EvidenceEvent event, EvidenceView after, Disclosure disclosure) {
        return event instanceof EvidenceSuperseded by && !disclosure.names(by.plan(), "evidence", by.by())
                ? new EvidenceSuperseded(
                        by.plan(), by.evidence(), by.effectiveOn(), new EvidenceId(UNNAMED), by.reason())
                : event;
    }

    private static String evidence(EvidenceEvent event, String whatHappened) {
        return "The evidence %s %s%s.".formatted(event.evidence(), whatHappened, Phrases.effective(event));
    }

    private static Set<String> codes(EvidenceView view, SubjectType type) {
        return view.content().supports().stream()
                .filter(subject -> subject.type() == type)
                .map(Subject::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

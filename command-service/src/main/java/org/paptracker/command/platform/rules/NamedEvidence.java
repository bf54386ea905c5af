package org.paptracker.command.platform.rules;

import org.jspecify.annotations.Nullable;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.fold.Fold;
import org.paptracker.values.Visibility;

/**
 * What others that name evidence need to know of it.
 *
 * @param visibility null while it is not submitted
 */
public record NamedEvidence(@Nullable Visibility visibility, boolean isWithdrawn, boolean isSuperseded) {
    public static final Fold<NamedEvidence, EvidenceEvent> FOLD = Fold.from(
                    new NamedEvidence(null, false, false), EvidenceEvent.class)
            .on(
                    EvidenceSubmitted.class,
                    (evidence, event) -> evidence.visible(event.details().visibility()))
            .on(
                    EvidenceAmended.class,
                    (evidence, event) -> evidence.visible(event.details().visibility()))
            .on(
                    EvidenceWithdrawn.class,
                    (evidence, event) -> new NamedEvidence(evidence.visibility, true, evidence.isSuperseded))
            .on(
                    EvidenceSuperseded.class,
                    (evidence, event) -> new NamedEvidence(evidence.visibility, evidence.isWithdrawn, true))
            .partial();

    boolean hasEnded() {
        return isWithdrawn || isSuperseded;
    }

    private NamedEvidence visible(Visibility now) {
        return new NamedEvidence(now, isWithdrawn, isSuperseded);
    }
}

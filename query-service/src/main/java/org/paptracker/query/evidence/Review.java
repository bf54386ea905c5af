package org.paptracker.query.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;

/**
 * Who stands for a piece of evidence, and who doubts it.
 *
 * @param submittedBy who submitted it first
 * @param validation null until somebody other than the submitter validates it
 * @param challenge the last one, also after it was decided; null if there was none
 * @param supersededBy what took its place; null if nothing did
 */
public record Review(
        Who submittedBy,
        @Nullable Validation validation,
        @Nullable Challenge challenge,
        @Nullable EvidenceId supersededBy) {
    static Review of(Who submittedBy) {
        return new Review(submittedBy, null, null, null);
    }

    Review with(Validation now) {
        return new Review(submittedBy, now, challenge, supersededBy);
    }

    Review with(Challenge now) {
        return new Review(submittedBy, validation, now, supersededBy);
    }

    Review with(@Nullable EvidenceId successor) {
        return new Review(submittedBy, validation, challenge, successor);
    }

    Review toldBy(PlanId plan, Disclosure disclosure) {
        boolean named = supersededBy == null || disclosure.names(plan, "evidence", supersededBy);
        return named ? this : with((EvidenceId) null);
    }
}

package org.paptracker.query.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;

/**
 * A claim that a milestone is complete, and who has confirmed it.
 *
 * @param verifiedBy null until somebody else has verified it
 */
public record Completion(
        Effective completedOn,
        Who claimedBy,
        @Nullable String note,
        List<EvidenceId> evidence,
        @Nullable String noEvidenceReason,
        @Nullable BusinessDate verifiedOn,
        @Nullable Who verifiedBy) {
    Completion verified(BusinessDate on, Who by) {
        return new Completion(completedOn, claimedBy, note, evidence, noEvidenceReason, on, by);
    }

    Completion toldBy(PlanId plan, Disclosure disclosure) {
        List<EvidenceId> named = evidence.stream()
                .filter(each -> disclosure.names(plan, "evidence", each))
                .toList();
        return new Completion(completedOn, claimedBy, note, named, noEvidenceReason, verifiedOn, verifiedBy);
    }
}

package org.paptracker.query.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.evidence.EvidenceId;

/**
 * A claim that a milestone is complete, and who has confirmed it.
 *
 * @param verifiedBy null until somebody else has verified it
 */
public record Completion(
        BusinessDate completedOn,
        String claimedBy,
        @Nullable String note,
        List<EvidenceId> evidence,
        @Nullable String noEvidenceReason,
        @Nullable BusinessDate verifiedOn,
        @Nullable String verifiedBy) {}

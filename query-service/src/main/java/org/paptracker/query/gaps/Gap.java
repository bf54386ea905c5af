package org.paptracker.query.gaps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.Subject;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.kpi.Period;

/**
 * Something that the evidence does not bear.
 *
 * @param why it is a gap, in a sentence for people
 * @param wouldClose what would close it, in a sentence for people
 * @param strongest level of what stands; null if nothing does or levels are not the matter
 * @param period that sources disagree about; null if it is not about a period
 * @param sides what each source says; empty unless sources disagree
 */
public record Gap(
        GapKind kind,
        Subject subject,
        String why,
        String wouldClose,
        @Nullable EvidenceLevel strongest,
        @Nullable Period period,
        List<Side> sides) {

    /**
     * @param evidence null if it is said in a figure and not in evidence
     */
    public record Side(@Nullable EvidenceId evidence, String source, String says) {}

    static Gap of(GapKind kind, Subject subject, String why, String wouldClose, @Nullable EvidenceLevel strongest) {
        return new Gap(kind, subject, why, wouldClose, strongest, null, List.of());
    }

    /** Unique in a plan, and in an order that keeps kinds together. */
    String key() {
        return kind + " " + subject + " " + (period == null ? "" : period);
    }
}

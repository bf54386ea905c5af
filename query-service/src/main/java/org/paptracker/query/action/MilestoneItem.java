package org.paptracker.query.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/**
 * A milestone as the API shows it: with its action's areas and themes, and what its dates say today.
 *
 * @param slippedDays against the date first agreed; null if no date was agreed
 * @param strongestEvidence of what stands for it or is named in its claim; null if nothing does
 * @param stamp of its action, whose stream it shares
 */
public record MilestoneItem(
        @JsonUnwrapped MilestoneView milestone,
        PlanId plan,
        ActionCode action,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        Rating rating,
        boolean overdue,
        @Nullable Long slippedDays,
        Slip slip,
        @Nullable Long daysSinceUpdate,
        @Nullable EvidenceLevel strongestEvidence,
        @JsonUnwrapped Stamp stamp) {

    public static MilestoneItem of(ActionView action, MilestoneView milestone, LocalDate day, Proofs proofs) {
        Timing timing = Timing.of(action, milestone, day);
        Report latest = milestone.latest();
        return new MilestoneItem(
                milestone,
                action.plan(),
                action.code(),
                action.details().areas(),
                action.details().themes(),
                milestone.rating(),
                timing.overdue(),
                timing.slippedDays(),
                timing.slip(),
                ActionItem.daysSince(latest == null ? null : latest.on(), day),
                Proofs.strongest(milestone.proofs(action.code(), proofs)),
                action.stamp());
    }
}

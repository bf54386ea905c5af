package org.paptracker.query.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceLevel;

/**
 * An action as the API shows it, with what its dates say today.
 *
 * @param rating by the most independent of its assessors
 * @param overdue how many of its milestones are
 * @param slippedDays of the milestone that slipped most; null if none has a date
 * @param strongestEvidence of what stands for it or one of its milestones; null if nothing does
 */
public record ActionItem(
        @JsonUnwrapped ActionView action,
        Rating rating,
        long overdue,
        @Nullable Long slippedDays,
        @Nullable Long daysSinceUpdate,
        @Nullable EvidenceLevel strongestEvidence) {

    public static ActionItem of(ActionView action, LocalDate day, Proofs proofs) {
        List<Timing> timings = action.milestones().stream()
                .map(milestone -> Timing.of(action, milestone, day))
                .toList();
        return new ActionItem(
                action,
                action.rating(),
                timings.stream().filter(Timing::overdue).count(),
                timings.stream()
                        .map(Timing::slippedDays)
                        .filter(Objects::nonNull)
                        .max(Long::compare)
                        .orElse(null),
                daysSince(action.work().lastUpdatedOn(), day),
                Proofs.strongest(action.proofs(proofs)));
    }

    static @Nullable Long daysSince(@Nullable Effective on, LocalDate day) {
        return on == null ? null : Math.max(0, ChronoUnit.DAYS.between(on.countsFrom(), day));
    }
}

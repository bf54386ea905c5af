package org.paptracker.query.progress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.Lived;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.action.Timing;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.PlanId;

/**
 * How a group of actions stands. Actions cancelled or transferred to another plan no longer count.
 *
 * @param code of the group; the plan's own for the total
 * @param plan whose group it is; for the total, the one asked about
 * @param title null where the source gives none
 * @param overdue milestones whose approved date has passed without a claim of completion
 * @param lastUpdatedOn null before the first update
 * @param daysSinceUpdate null before the first update
 */
public record Progress(
        String code,
        PlanId plan,
        @Nullable String title,
        int actions,
        Milestones milestones,
        long overdue,
        SlippedDays slippedDays,
        Evidence evidence,
        @Nullable BusinessDate lastUpdatedOn,
        @Nullable Long daysSinceUpdate) {

    /** Counts; every state and every rating stands in the maps, if only with 0. */
    public record Milestones(int total, Map<MilestoneState, Long> byState, Map<Rating, Long> byRating) {}

    /** Days later than first agreed, over the milestones with a date; both null if there are none. */
    public record SlippedDays(
            @Nullable Double median, @Nullable Long max) {}

    /**
     * How much of what is complete is shown to have made a difference.
     *
     * @param complete milestones verified by somebody other than the claimant
     * @param withOutcomeOrImpact of these, those with standing evidence of outcome or impact: validated by somebody
     *     other than its submitter, and not under challenge
     * @param coverage the share, 0 to 1; null while nothing is complete
     * @param strongest of what stands for the group itself or for anything in it; null if nothing does
     */
    public record Evidence(
            long complete,
            long withOutcomeOrImpact,
            @Nullable Double coverage,
            @Nullable EvidenceLevel strongest) {}

    /**
     * @param proofs of each plan
     * @param itself what stands for the group as a whole
     */
    static Progress of(
            String code,
            PlanId plan,
            @Nullable String title,
            List<Lived> all,
            LocalDate day,
            Function<PlanId, Proofs> proofs,
            Collection<Proof> itself) {
        List<Lived> actions =
                all.stream().filter(action -> action.now().counts()).toList();
        List<Lived.Step> steps = actions.stream().flatMap(Lived::steps).toList();
        List<Timing> timings = steps.stream()
                .map(step -> Timing.of(step.action(), step.milestone(), day))
                .toList();
        Effective updated = actions.stream()
                .map(action -> action.now().work().lastUpdatedOn())
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Effective::countsFrom).thenComparing(Effective::date))
                .orElse(null);
        return new Progress(
                code,
                plan,
                title,
                actions.size(),
                count(steps.stream().map(Lived.Step::milestone).toList()),
                timings.stream().filter(Timing::overdue).count(),
                slipped(timings),
                evidence(actions, proofs, itself),
                updated == null ? null : updated.date(),
                updated == null ? null : Math.max(0, ChronoUnit.DAYS.between(updated.countsFrom(), day)));
    }

    private static Milestones count(List<MilestoneView> milestones) {
        Map<MilestoneState, Long> byState = new EnumMap<>(MilestoneState.class);
        Map<Rating, Long> byRating = new EnumMap<>(Rating.class);
        for (MilestoneState state : MilestoneState.values()) byState.put(state, 0L);
        for (Rating rating : Rating.values()) byRating.put(rating, 0L);
        for (MilestoneView milestone : milestones) {
            byState.merge(milestone.state(), 1L, Long::sum);
            byRating.merge(milestone.rating(), 1L, Long::sum);
        }
        return new Milestones(milestones.size(), byState, byRating);
    }

    private static SlippedDays slipped(List<Timing> timings) {
        List<Long> days = timings.stream()
                .map(Timing::slippedDays)
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
        if (days.isEmpty()) return new SlippedDays(null, null);
        int half = days.size() / 2;
        double median = days.size() % 2 == 1 ? days.get(half) : (days.get(half - 1) + days.get(half)) / 2.0;
        return new SlippedDays(median, days.get(days.size() - 1));
    }

    private static Evidence evidence(List<Lived> actions, Function<PlanId, Proofs> proofs, Collection<Proof> itself) {
        long complete = 0;
        long shown = 0;
        Set<Proof> all = new HashSet<>(itself);
        for (Lived action : actions) {
            action.proofs(proofs).forEach(all::add);
            for (Lived.Step step : action.steps().toList()) {
                if (!step.milestone().complete()) continue;
                complete++;
                EvidenceLevel strongest = Proofs.strongest(action.proofs(step.milestone(), proofs));
                if (strongest != null && strongest.showsDifference()) shown++;
            }
        }
        return new Evidence(complete, shown, complete == 0 ? null : shown / (double) complete, Proofs.strongest(all));
    }
}

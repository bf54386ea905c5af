package org.paptracker.query.report.format2;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.progress.PlanProgress;
import org.paptracker.query.progress.Progress;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.PlanId;

/** How a group of actions stood. */
record PackProgress(
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

    /** Of each group, and of the whole plan. */
    record Report(List<PackProgress> items, PackProgress total) {
        static Report of(PlanProgress.Report report) {
            return new Report(report.items().stream().map(PackProgress::of).toList(), PackProgress.of(report.total()));
        }
    }

    record Milestones(int total, Map<MilestoneState, Long> byState, Map<Rating, Long> byRating) {}

    record SlippedDays(@Nullable Double median, @Nullable Long max) {}

    record Evidence(
            long complete,
            long withOutcomeOrImpact,
            @Nullable Double coverage,
            @Nullable EvidenceLevel strongest) {}

    private static PackProgress of(Progress progress) {
        var milestones = progress.milestones();
        var evidence = progress.evidence();
        return new PackProgress(
                progress.code(),
                progress.plan(),
                progress.title(),
                progress.actions(),
                new Milestones(milestones.total(), milestones.byState(), milestones.byRating()),
                progress.overdue(),
                new SlippedDays(
                        progress.slippedDays().median(), progress.slippedDays().max()),
                new Evidence(
                        evidence.complete(), evidence.withOutcomeOrImpact(), evidence.coverage(), evidence.strongest()),
                progress.lastUpdatedOn(),
                progress.daysSinceUpdate());
    }
}

package org.paptracker.query.report.format2;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.DueDateMove;
import org.paptracker.query.action.MilestoneItem;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/** A milestone, with its action's areas and themes. */
record PackMilestone(
        MilestoneCode code,
        String title,
        List<String> successCriteria,
        boolean statutory,
        @Nullable BusinessDate baselineDueOn,
        @Nullable BusinessDate approvedDueOn,
        @Nullable BusinessDate forecastDueOn,
        @Nullable BusinessDate forecastOn,
        MilestoneState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason,
        List<Assessment> assessments,
        @Nullable Report latest,
        @Nullable Completion completion,
        @Nullable Rebaseline rebaseline,
        List<DueDate> dueDates,
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
        @JsonUnwrapped PackStamp stamp) {

    record Assessment(
            Assessor assessor,
            Rating rating,
            BusinessDate on,
            Who by,
            @Nullable String note) {}

    record Report(
            long position,
            BusinessDate on,
            Who by,
            @Nullable String note,
            @Nullable Integer percentComplete,
            @Nullable BusinessDate percentOn,
            @Nullable String soWhat,
            @Nullable String howDoWeKnow,
            @Nullable String pathToGreen) {}

    record Completion(
            BusinessDate completedOn,
            Who claimedBy,
            @Nullable String note,
            List<EvidenceId> evidence,
            @Nullable String noEvidenceReason,
            @Nullable BusinessDate verifiedOn,
            @Nullable Who verifiedBy) {}

    record Rebaseline(
            BusinessDate proposedDueOn,
            RebaselineReason reasonCode,
            @Nullable String reason,
            BusinessDate proposedOn,
            Who proposedBy) {}

    record DueDate(
            long position,
            Instant recordedAt,
            @Nullable BusinessDate effectiveOn,
            DueDateMove.Kind kind,
            @Nullable BusinessDate date,
            @Nullable RebaselineReason reasonCode,
            @Nullable String reason,
            Who by) {
        static DueDate of(DueDateMove move) {
            return new DueDate(
                    move.position(),
                    move.recordedAt(),
                    move.effectiveOn(),
                    move.kind(),
                    move.date(),
                    move.reasonCode(),
                    move.reason(),
                    move.by());
        }
    }

    record Slip(
            @Nullable Long againstBaseline,
            @Nullable Long againstApproved,
            @Nullable Long againstForecast) {}

    static PackMilestone of(MilestoneItem item) {
        MilestoneView milestone = item.milestone();
        var due = milestone.due();
        return new PackMilestone(
                milestone.code(),
                milestone.title(),
                milestone.text().successCriteria(),
                milestone.text().statutory(),
                due.baselineDueOn(),
                due.approvedDueOn(),
                due.forecastDueOn(),
                due.forecastOn() == null ? null : due.forecastOn().date(),
                milestone.state(),
                milestone.standing().stateSince(),
                milestone.standing().stateReason(),
                milestone.work().assessments().stream()
                        .map(one -> new Assessment(
                                one.assessor(), one.rating(), one.on().date(), one.by(), one.note()))
                        .toList(),
                latest(milestone),
                completion(milestone),
                rebaseline(milestone),
                milestone.dueDates().stream().map(DueDate::of).toList(),
                item.plan(),
                item.action(),
                item.areas(),
                item.themes(),
                item.rating(),
                item.overdue(),
                item.slippedDays(),
                new Slip(
                        item.slip().againstBaseline(),
                        item.slip().againstApproved(),
                        item.slip().againstForecast()),
                item.daysSinceUpdate(),
                item.strongestEvidence(),
                PackStamp.of(item.stamp()));
    }

    private static @Nullable Report latest(MilestoneView milestone) {
        var latest = milestone.latest();
        if (latest == null) return null;
        return new Report(
                latest.position(),
                latest.on().date(),
                latest.by(),
                latest.note(),
                latest.percentComplete(),
                latest.percentOn() == null ? null : latest.percentOn().date(),
                latest.soWhat(),
                latest.howDoWeKnow(),
                latest.pathToGreen());
    }

    private static @Nullable Completion completion(MilestoneView milestone) {
        var claim = milestone.completion();
        if (claim == null) return null;
        return new Completion(
                claim.completedOn().date(),
                claim.claimedBy(),
                claim.note(),
                claim.evidence(),
                claim.noEvidenceReason(),
                claim.verifiedOn(),
                claim.verifiedBy());
    }

    private static @Nullable Rebaseline rebaseline(MilestoneView milestone) {
        var proposal = milestone.work().rebaseline();
        if (proposal == null) return null;
        return new Rebaseline(
                proposal.proposedDueOn(),
                proposal.reasonCode(),
                proposal.reason(),
                proposal.proposedOn(),
                proposal.proposedBy());
    }
}

package org.paptracker.query.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.fold.Recorded;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.ActionCode;
import org.paptracker.values.Assessor;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.EvidenceId;
import org.paptracker.values.MilestoneCode;
import org.paptracker.values.MilestoneDetails;
import org.paptracker.values.MilestoneState;
import org.paptracker.values.Rating;
import org.paptracker.values.RebaselineReason;

/**
 * A milestone as it stands. What was true on a later date stands over what was true earlier, in whatever order the two
 * were recorded.
 *
 * @param successCriteria in the order given
 * @param stateSince when it came into its state; null while it is planned
 * @param stateReason why it was rejected or reopened; null otherwise
 * @param assessments the latest of each assessor
 * @param latest the report of the latest date; null before the first
 * @param completion the claim that stands; null if there is none
 * @param rebaseline what is proposed and not decided; null if nothing is
 */
public record MilestoneView(
        MilestoneCode code,
        String title,
        List<String> successCriteria,
        boolean statutory,
        @JsonUnwrapped Due due,
        MilestoneState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason,
        List<Assessment> assessments,
        @Nullable Report latest,
        @Nullable Completion completion,
        @Nullable Rebaseline rebaseline) {

    /**
     * Its dates; each null where nobody gave one.
     *
     * @param baselineDueOn first agreed; never moves
     * @param approvedDueOn moves by re-baseline only
     * @param forecastDueOn the lead's, moves freely
     * @param forecastOn the day that forecast was made
     */
    public record Due(
            @Nullable BusinessDate baselineDueOn,
            @Nullable BusinessDate approvedDueOn,
            @Nullable BusinessDate forecastDueOn,
            @Nullable BusinessDate forecastOn) {}

    /**
     * @param position its entry in the log: what a correction names
     * @param percentComplete 0 to 100; null if nobody said
     * @param percentOn the day for which the percentage was said: this report's or an earlier one's
     */
    public record Report(
            long position,
            BusinessDate on,
            String by,
            @Nullable String note,
            @Nullable Integer percentComplete,
            @Nullable BusinessDate percentOn,
            @Nullable String soWhat,
            @Nullable String howDoWeKnow,
            @Nullable String pathToGreen) {

        /** With the percentage that {@code other} gave, if this one gives none. */
        private Report withPercentOf(Report other) {
            Report said = percentComplete == null ? other : this;
            return new Report(
                    position, on, by, note, said.percentComplete, said.percentOn, soWhat, howDoWeKnow, pathToGreen);
        }

        /** The later of the two, with the later of the two percentages. */
        private Report joined(Report next) {
            Report later = isLater(on, next.on) ? this : next;
            Report said = isLater(percentOn, next.percentOn) ? this : next;
            return new Report(
                    later.position,
                    later.on,
                    later.by,
                    later.note,
                    said.percentComplete,
                    said.percentOn,
                    later.soWhat,
                    later.howDoWeKnow,
                    later.pathToGreen);
        }

        /** Of two for the same day the second one recorded stands. */
        private static boolean isLater(@Nullable BusinessDate first, @Nullable BusinessDate second) {
            return first != null && (second == null || first.compareTo(second) > 0);
        }
    }

    /** @param verifiedBy null until somebody else has verified it */
    public record Completion(
            BusinessDate completedOn,
            String claimedBy,
            @Nullable String note,
            List<EvidenceId> evidence,
            @Nullable String noEvidenceReason,
            @Nullable BusinessDate verifiedOn,
            @Nullable String verifiedBy) {}

    public record Rebaseline(
            BusinessDate proposedDueOn,
            RebaselineReason reasonCode,
            @Nullable String reason,
            BusinessDate proposedOn,
            String proposedBy) {}

    public Rating rating() {
        return Ratings.headline(assessments);
    }

    /** Whether somebody other than the claimant has confirmed it. */
    public boolean complete() {
        return state == MilestoneState.VERIFIED || state == MilestoneState.EMBEDDED;
    }

    public boolean claimedOrComplete() {
        return state == MilestoneState.CLAIMED_COMPLETE || complete();
    }

    /** What stands for it or is named in its claim of completion. */
    public List<Proof> proofs(ActionCode action, Proofs proofs) {
        return proofs.ofMilestone(action, code, completion == null ? List.of() : completion.evidence());
    }

    static MilestoneView added(MilestoneAdded event) {
        MilestoneDetails details = event.details();
        return new MilestoneView(
                event.milestone(),
                details.title(),
                criteria(details),
                details.statutory(),
                new Due(details.dueOn(), details.dueOn(), null, null),
                MilestoneState.PLANNED,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    MilestoneView amended(MilestoneAmended event) {
        MilestoneDetails details = event.details();
        Due dates = due.baselineDueOn == null
                ? new Due(details.dueOn(), details.dueOn(), due.forecastDueOn, due.forecastOn)
                : due;
        return new MilestoneView(
                code,
                details.title(),
                criteria(details),
                details.statutory(),
                dates,
                state,
                stateSince,
                stateReason,
                assessments,
                latest,
                completion,
                rebaseline);
    }

    private static List<String> criteria(MilestoneDetails details) {
        return details.successCriteria().stream().map(ErasableText::shown).toList();
    }

    MilestoneView progressed(MilestoneProgressRecorded event, Recorded<?> recorded) {
        MilestoneView view =
                state == MilestoneState.PLANNED ? in(MilestoneState.IN_PROGRESS, event.effectiveOn(), null) : this;
        boolean corrects = latest != null && isCorrected(latest, event);
        if (event.rating() != null) {
            if (latest != null && corrects) view = view.withoutRatingOf(latest);
            view = view.assessed(Assessor.SELF, event.rating(), event.effectiveOn(), recorded.actor(), null);
        }
        Report next = new Report(
                recorded.position(),
                event.effectiveOn(),
                recorded.actor(),
                ErasableText.shown(event.note()),
                event.percentComplete(),
                event.percentComplete() == null ? null : event.effectiveOn(),
                ErasableText.shown(event.soWhat()),
                ErasableText.shown(event.howDoWeKnow()),
                ErasableText.shown(event.pathToGreen()));
        if (latest == null) return view.with(next);
        return view.with(corrects ? next.withPercentOf(latest) : latest.joined(next));
    }

    private static boolean isCorrected(Report report, MilestoneProgressRecorded event) {
        return event.corrects() != null && event.corrects() == report.position;
    }

    /** What was said in a report that is put right no longer stands. */
    private MilestoneView withoutRatingOf(Report report) {
        return with(assessments.stream()
                .filter(assessment -> assessment.assessor() != Assessor.SELF
                        || !assessment.on().equals(report.on))
                .toList());
    }

    MilestoneView forecast(DueDateForecast event) {
        boolean older = due.forecastOn != null && due.forecastOn.compareTo(event.effectiveOn()) > 0;
        if (older) return this;
        return with(new Due(due.baselineDueOn, due.approvedDueOn, event.forecastDueOn(), event.effectiveOn()));
    }

    MilestoneView claimed(CompletionClaimed event, Recorded<?> recorded) {
        Completion claim = new Completion(
                event.effectiveOn(),
                recorded.actor(),
                ErasableText.shown(event.note()),
                event.evidence(),
                ErasableText.shown(event.noEvidenceReason()),
                null,
                null);
        return in(MilestoneState.CLAIMED_COMPLETE, event.effectiveOn(), null).with(claim);
    }

    MilestoneView verified(CompletionVerified event, Recorded<?> recorded) {
        MilestoneView view = in(MilestoneState.VERIFIED, event.effectiveOn(), null);
        if (completion == null) return view;
        return view.with(new Completion(
                completion.completedOn,
                completion.claimedBy,
                completion.note,
                completion.evidence,
                completion.noEvidenceReason,
                event.effectiveOn(),
                recorded.actor()));
    }

    MilestoneView rejected(CompletionRejected event) {
        return in(MilestoneState.IN_PROGRESS, event.effectiveOn(), ErasableText.shown(event.reason()))
                .with((Completion) null);
    }

    MilestoneView embedded(MilestoneEmbedded event) {
        return in(MilestoneState.EMBEDDED, event.effectiveOn(), null);
    }

    MilestoneView reopened(MilestoneReopened event) {
        return in(MilestoneState.REOPENED, event.effectiveOn(), ErasableText.shown(event.reason()))
                .with((Completion) null);
    }

    MilestoneView assessed(MilestoneAssessed event, Recorded<?> recorded) {
        return assessed(
                event.assessor(),
                event.rating(),
                event.effectiveOn(),
                recorded.actor(),
                ErasableText.shown(event.note()));
    }

    MilestoneView proposed(RebaselineProposed event, Recorded<?> recorded) {
        return with(new Rebaseline(
                event.proposedDueOn(),
                event.reasonCode(),
                ErasableText.shown(event.reason()),
                event.effectiveOn(),
                recorded.actor()));
    }

    MilestoneView approved(RebaselineApproved event) {
        BusinessDate baseline = due.baselineDueOn == null ? event.approvedDueOn() : due.baselineDueOn;
        return with(new Due(baseline, event.approvedDueOn(), due.forecastDueOn, due.forecastOn))
                .with((Rebaseline) null);
    }

    MilestoneView refused(RebaselineRefused event) {
        return with((Rebaseline) null);
    }

    private MilestoneView assessed(
            Assessor assessor, Rating rating, BusinessDate on, String by, @Nullable String note) {
        return with(Ratings.with(assessments, new Assessment(assessor, rating, on, by, note)));
    }

    private MilestoneView with(List<Assessment> assessments) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline);
    }

    private MilestoneView in(MilestoneState state, BusinessDate since, @Nullable String reason) {
        return with(due, state, since, reason, assessments, latest, completion, rebaseline);
    }

    private MilestoneView with(Due due) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline);
    }

    private MilestoneView with(Report latest) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline);
    }

    private MilestoneView with(@Nullable Completion completion) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline);
    }

    private MilestoneView with(@Nullable Rebaseline rebaseline) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline);
    }

    /** The same milestone, standing differently. */
    private MilestoneView with(
            Due due,
            MilestoneState state,
            @Nullable BusinessDate since,
            @Nullable String reason,
            List<Assessment> assessments,
            @Nullable Report latest,
            @Nullable Completion completion,
            @Nullable Rebaseline rebaseline) {
        return new MilestoneView(
                code,
                title,
                successCriteria,
                statutory,
                due,
                state,
                since,
                reason,
                assessments,
                latest,
                completion,
                rebaseline);
    }
}

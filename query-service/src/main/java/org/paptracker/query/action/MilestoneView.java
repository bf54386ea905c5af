package org.paptracker.query.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent;
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
import org.paptracker.query.action.DueDateMove.Kind;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;

/**
 * A milestone as it stands. What was true on a later date stands over what was true earlier, in whatever order the two
 * were recorded.
 *
 * @param successCriteria in the order given
 * @param stateSince when it came into its state; null while it is planned, and as it came from another plan
 * @param stateReason why it was rejected or reopened; null otherwise
 * @param assessments the latest of each assessor
 * @param latest the report of the latest date; null before the first
 * @param completion the claim that stands; null if there is none
 * @param rebaseline what is proposed and not decided; null if nothing is
 * @param dueDates how its due date came to be what it is, in the order recorded
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
        @Nullable Rebaseline rebaseline,
        List<DueDateMove> dueDates) {

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

    /** For whom only how it stands matters. */
    public MilestoneView withoutDueDates() {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline, List.of());
    }

    static MilestoneView added(MilestoneAdded event, Recorded<? extends ActionEvent> recorded) {
        MilestoneDetails details = event.details();
        MilestoneView view = new MilestoneView(
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
                null,
                List.of());
        return view.firstAgreed(details, recorded);
    }

    /** With the dates it had; who rated and reported it before can be read where it came from. */
    static MilestoneView carried(CarriedMilestone from, Recorded<? extends ActionEvent> recorded) {
        MilestoneDetails details = from.details();
        MilestoneView view = new MilestoneView(
                from.milestone(),
                details.title(),
                criteria(details),
                details.statutory(),
                new Due(details.dueOn(), from.approvedDueOn(), from.forecastDueOn(), null),
                from.state(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of());
        return view.firstAgreed(details, recorded);
    }

    MilestoneView amended(MilestoneAmended event, Recorded<? extends ActionEvent> recorded) {
        MilestoneDetails details = event.details();
        boolean first = due.baselineDueOn() == null;
        Due dates = first ? new Due(details.dueOn(), details.dueOn(), due.forecastDueOn(), due.forecastOn()) : due;
        MilestoneView view = new MilestoneView(
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
                rebaseline,
                dueDates);
        return first ? view.firstAgreed(details, recorded) : view;
    }

    private MilestoneView firstAgreed(MilestoneDetails details, Recorded<? extends ActionEvent> recorded) {
        return details.dueOn() == null ? this : moved(DueDateMove.of(Kind.BASELINE, details.dueOn(), null, recorded));
    }

    private static List<String> criteria(MilestoneDetails details) {
        return details.successCriteria().stream().map(ErasableText::shown).toList();
    }

    MilestoneView toldBy(PlanId plan, Disclosure disclosure) {
        if (completion == null) return this;
        List<EvidenceId> named = completion.evidence().stream()
                .filter(evidence -> disclosure.names(plan, "evidence", evidence))
                .toList();
        return with(new Completion(
                completion.completedOn(),
                completion.claimedBy(),
                completion.note(),
                named,
                completion.noEvidenceReason(),
                completion.verifiedOn(),
                completion.verifiedBy()));
    }

    MilestoneView progressed(MilestoneProgressRecorded event, Recorded<? extends ActionEvent> recorded) {
        MilestoneView view =
                state == MilestoneState.PLANNED ? in(MilestoneState.IN_PROGRESS, event.effectiveOn(), null) : this;
        if (event.rating() != null) {
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
        return view.with(latest == null ? next : latest.joined(next));
    }

    MilestoneView forecast(DueDateForecast event, Recorded<? extends ActionEvent> recorded) {
        MilestoneView view = moved(DueDateMove.of(Kind.FORECAST, event.forecastDueOn(), null, recorded));
        boolean older = due.forecastOn() != null && due.forecastOn().compareTo(event.effectiveOn()) > 0;
        if (older) return view;
        return view.with(new Due(due.baselineDueOn(), due.approvedDueOn(), event.forecastDueOn(), event.effectiveOn()));
    }

    MilestoneView claimed(CompletionClaimed event, Recorded<? extends ActionEvent> recorded) {
        Completion claim = new Completion(
                event.effectiveOn(),
                recorded.actor(),
                ErasableText.shown(event.note()),
                event.evidence(),
                ErasableText.shown(event.noEvidenceReason()),
                null,
                null);
        return in(MilestoneState.CLAIMED_COMPLETE, event.effectiveOn(), null)
                .with(claim)
                .moved(DueDateMove.of(Kind.COMPLETED, event.effectiveOn(), null, recorded));
    }

    MilestoneView verified(CompletionVerified event, Recorded<? extends ActionEvent> recorded) {
        MilestoneView view = in(MilestoneState.VERIFIED, event.effectiveOn(), null);
        if (completion == null) return view;
        return view.with(new Completion(
                completion.completedOn(),
                completion.claimedBy(),
                completion.note(),
                completion.evidence(),
                completion.noEvidenceReason(),
                event.effectiveOn(),
                recorded.actor()));
    }

    MilestoneView rejected(CompletionRejected event, Recorded<? extends ActionEvent> recorded) {
        return in(MilestoneState.IN_PROGRESS, event.effectiveOn(), ErasableText.shown(event.reason()))
                .with((Completion) null)
                .moved(DueDateMove.of(Kind.NOT_ACCEPTED, null, event.reason(), recorded));
    }

    MilestoneView embedded(MilestoneEmbedded event) {
        return in(MilestoneState.EMBEDDED, event.effectiveOn(), null);
    }

    MilestoneView reopened(MilestoneReopened event, Recorded<? extends ActionEvent> recorded) {
        return in(MilestoneState.REOPENED, event.effectiveOn(), ErasableText.shown(event.reason()))
                .with((Completion) null)
                .moved(DueDateMove.of(Kind.REOPENED, null, event.reason(), recorded));
    }

    MilestoneView assessed(MilestoneAssessed event, Recorded<? extends ActionEvent> recorded) {
        return assessed(
                event.assessor(),
                event.rating(),
                event.effectiveOn(),
                recorded.actor(),
                ErasableText.shown(event.note()));
    }

    MilestoneView proposed(RebaselineProposed event, Recorded<? extends ActionEvent> recorded) {
        return with(new Rebaseline(
                        event.proposedDueOn(),
                        event.reasonCode(),
                        ErasableText.shown(event.reason()),
                        event.effectiveOn(),
                        recorded.actor()))
                .moved(DueDateMove.of(
                        Kind.PROPOSED, event.proposedDueOn(), event.reasonCode(), event.reason(), recorded));
    }

    MilestoneView approved(RebaselineApproved event, Recorded<? extends ActionEvent> recorded) {
        BusinessDate baseline = due.baselineDueOn() == null ? event.approvedDueOn() : due.baselineDueOn();
        return with(new Due(baseline, event.approvedDueOn(), due.forecastDueOn(), due.forecastOn()))
                .with((Rebaseline) null)
                .moved(DueDateMove.of(Kind.APPROVED, event.approvedDueOn(), event.note(), recorded));
    }

    MilestoneView refused(RebaselineRefused event, Recorded<? extends ActionEvent> recorded) {
        BusinessDate proposed = rebaseline == null ? null : rebaseline.proposedDueOn();
        return with((Rebaseline) null).moved(DueDateMove.of(Kind.REFUSED, proposed, event.reason(), recorded));
    }

    private MilestoneView moved(DueDateMove move) {
        List<DueDateMove> more = new ArrayList<>(dueDates);
        more.add(move);
        return with(
                due, state, stateSince, stateReason, assessments, latest, completion, rebaseline, List.copyOf(more));
    }

    private MilestoneView assessed(
            Assessor assessor, Rating rating, BusinessDate on, String by, @Nullable String note) {
        return with(Ratings.with(assessments, new Assessment(assessor, rating, on, by, note)));
    }

    private MilestoneView with(List<Assessment> assessments) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline, dueDates);
    }

    private MilestoneView in(MilestoneState state, BusinessDate since, @Nullable String reason) {
        return with(due, state, since, reason, assessments, latest, completion, rebaseline, dueDates);
    }

    private MilestoneView with(Due due) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline, dueDates);
    }

    private MilestoneView with(Report latest) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline, dueDates);
    }

    private MilestoneView with(@Nullable Completion completion) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline, dueDates);
    }

    private MilestoneView with(@Nullable Rebaseline rebaseline) {
        return with(due, state, stateSince, stateReason, assessments, latest, completion, rebaseline, dueDates);
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
            @Nullable Rebaseline rebaseline,
            List<DueDateMove> dueDates) {
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
                rebaseline,
                dueDates);
    }
}

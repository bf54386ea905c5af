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
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Who;
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
import org.paptracker.values.plan.PlanId;

/**
 * A milestone as it stands. What was true on a later date stands over what was true earlier, in whatever order the two
 * were recorded.
 *
 * @param dueDates how its due date came to be what it is, in the order recorded
 */
public record MilestoneView(
        MilestoneCode code,
        @JsonUnwrapped MilestoneText text,
        @JsonUnwrapped Due due,
        @JsonUnwrapped MilestoneStanding standing,
        @JsonUnwrapped MilestoneWork work,
        List<DueDateMove> dueDates) {
    public String title() {
        return text.title();
    }

    public MilestoneState state() {
        return standing.state();
    }

    /** The report of the latest date; null before the first. */
    public @Nullable Report latest() {
        return work.latest();
    }

    /** The claim that stands; null if there is none. */
    public @Nullable Completion completion() {
        return work.completion();
    }

    public Rating rating() {
        return Ratings.headline(work.assessments());
    }

    /** Whether somebody other than the claimant has confirmed it. */
    public boolean complete() {
        return state() == MilestoneState.VERIFIED || state() == MilestoneState.EMBEDDED;
    }

    public boolean claimedOrComplete() {
        return state() == MilestoneState.CLAIMED_COMPLETE || complete();
    }

    /** What stands for it or is named in its claim of completion. */
    public List<Proof> proofs(ActionCode action, Proofs proofs) {
        Completion claim = completion();
        return proofs.ofMilestone(action, code, claim == null ? List.of() : claim.evidence());
    }

    /** For whom only how it stands matters. */
    public MilestoneView withoutDueDates() {
        return with(List.of());
    }

    static MilestoneView added(MilestoneAdded event, Recorded<? extends ActionEvent> recorded) {
        MilestoneDetails details = event.details();
        Due due = new Due(details.dueOn(), details.dueOn(), null, null);
        return begun(event.milestone(), details, due, MilestoneState.PLANNED, recorded);
    }

    /** With the dates it had; who rated and reported it before can be read where it came from. */
    static MilestoneView carried(CarriedMilestone from, Recorded<? extends ActionEvent> recorded) {
        Due due = new Due(from.details().dueOn(), from.approvedDueOn(), from.forecastDueOn(), null);
        return begun(from.milestone(), from.details(), due, from.state(), recorded);
    }

    private static MilestoneView begun(
            MilestoneCode code,
            MilestoneDetails details,
            Due due,
            MilestoneState state,
            Recorded<? extends ActionEvent> recorded) {
        return new MilestoneView(
                        code,
                        MilestoneText.of(details),
                        due,
                        MilestoneStanding.of(state),
                        MilestoneWork.NONE,
                        List.of())
                .firstAgreed(details, recorded);
    }

    MilestoneView amended(MilestoneAmended event, Recorded<? extends ActionEvent> recorded) {
        MilestoneDetails details = event.details();
        MilestoneView view = new MilestoneView(code, MilestoneText.of(details), due, standing, work, dueDates);
        if (due.baselineDueOn() != null) return view;
        return view.with(new Due(details.dueOn(), details.dueOn(), due.forecastDueOn(), due.forecastOn()))
                .firstAgreed(details, recorded);
    }

    private MilestoneView firstAgreed(MilestoneDetails details, Recorded<? extends ActionEvent> recorded) {
        return details.dueOn() == null ? this : moved(DueDateMove.of(Kind.BASELINE, details.dueOn(), null, recorded));
    }

    MilestoneView toldBy(PlanId plan, Disclosure disclosure) {
        Completion claim = completion();
        return claim == null ? this : with(work.with(claim.toldBy(plan, disclosure)));
    }

    MilestoneView progressed(MilestoneProgressRecorded event, Recorded<? extends ActionEvent> recorded) {
        Effective on = Effective.of(event.effectiveOn(), recorded);
        MilestoneView view =
                state() == MilestoneState.PLANNED ? in(MilestoneState.IN_PROGRESS, event.effectiveOn(), null) : this;
        if (event.rating() != null) {
            Assessor as = event.assessor() == null ? Assessor.SELF : event.assessor();
            view = view.with(new Assessment(as, event.rating(), on, Who.of(recorded), null));
        }
        Report next = new Report(
                recorded.position(),
                on,
                Who.of(recorded),
                ErasableText.shown(event.note()),
                event.percentComplete(),
                event.percentComplete() == null ? null : on,
                ErasableText.shown(event.soWhat()),
                ErasableText.shown(event.howDoWeKnow()),
                ErasableText.shown(event.pathToGreen()),
                event.corrects(),
                ErasableText.shown(event.reason()));
        return view.with(view.work.with(next));
    }

    MilestoneView forecast(DueDateForecast event, Recorded<? extends ActionEvent> recorded) {
        MilestoneView view = moved(DueDateMove.of(Kind.FORECAST, event.forecastDueOn(), null, recorded));
        Effective on = Effective.of(event.effectiveOn(), recorded);
        if (due.forecastOn() != null && due.forecastOn().isLaterThan(on)) return view;
        return view.with(new Due(due.baselineDueOn(), due.approvedDueOn(), event.forecastDueOn(), on));
    }

    MilestoneView claimed(CompletionClaimed event, Recorded<? extends ActionEvent> recorded) {
        Completion claim = new Completion(
                Effective.of(event.effectiveOn(), recorded),
                Who.of(recorded),
                ErasableText.shown(event.note()),
                event.evidence(),
                ErasableText.shown(event.noEvidenceReason()),
                null,
                null);
        return in(MilestoneState.CLAIMED_COMPLETE, event.effectiveOn(), null)
                .claiming(claim)
                .moved(DueDateMove.of(Kind.COMPLETED, event.effectiveOn(), null, recorded));
    }

    MilestoneView verified(CompletionVerified event, Recorded<? extends ActionEvent> recorded) {
        MilestoneView view = in(MilestoneState.VERIFIED, event.effectiveOn(), null);
        Completion claim = completion();
        return claim == null ? view : view.claiming(claim.verified(event.effectiveOn(), Who.of(recorded)));
    }

    MilestoneView rejected(CompletionRejected event, Recorded<? extends ActionEvent> recorded) {
        return in(MilestoneState.IN_PROGRESS, event.effectiveOn(), event.reason())
                .with(work.without(event.lapsed()))
                .claiming(null)
                .moved(DueDateMove.of(Kind.NOT_ACCEPTED, null, event.reason(), recorded));
    }

    MilestoneView embedded(MilestoneEmbedded event) {
        return in(MilestoneState.EMBEDDED, event.effectiveOn(), null);
    }

    MilestoneView reopened(MilestoneReopened event, Recorded<? extends ActionEvent> recorded) {
        return in(MilestoneState.REOPENED, event.effectiveOn(), event.reason())
                .with(work.without(event.lapsed()))
                .claiming(null)
                .moved(DueDateMove.of(Kind.REOPENED, null, event.reason(), recorded));
    }

    MilestoneView assessed(MilestoneAssessed event, Recorded<? extends ActionEvent> recorded) {
        return with(new Assessment(
                event.assessor(),
                event.rating(),
                Effective.of(event.effectiveOn(), recorded),
                Who.of(recorded),
                ErasableText.shown(event.note())));
    }

    MilestoneView proposed(RebaselineProposed event, Recorded<? extends ActionEvent> recorded) {
        return proposing(new Rebaseline(
                        event.proposedDueOn(),
                        event.reasonCode(),
                        ErasableText.shown(event.reason()),
                        event.effectiveOn(),
                        Who.of(recorded)))
                .moved(DueDateMove.of(
                        Kind.PROPOSED, event.proposedDueOn(), event.reasonCode(), event.reason(), recorded));
    }

    MilestoneView approved(RebaselineApproved event, Recorded<? extends ActionEvent> recorded) {
        BusinessDate baseline = due.baselineDueOn() == null ? event.approvedDueOn() : due.baselineDueOn();
        return with(new Due(baseline, event.approvedDueOn(), due.forecastDueOn(), due.forecastOn()))
                .proposing(null)
                .moved(DueDateMove.of(Kind.APPROVED, event.approvedDueOn(), event.note(), recorded));
    }

    MilestoneView refused(RebaselineRefused event, Recorded<? extends ActionEvent> recorded) {
        Rebaseline open = work.rebaseline();
        BusinessDate proposed = open == null ? null : open.proposedDueOn();
        return proposing(null).moved(DueDateMove.of(Kind.REFUSED, proposed, event.reason(), recorded));
    }

    private MilestoneView moved(DueDateMove move) {
        List<DueDateMove> more = new ArrayList<>(dueDates);
        more.add(move);
        return with(List.copyOf(more));
    }

    private MilestoneView in(MilestoneState state, BusinessDate since, @Nullable ErasableText reason) {
        return new MilestoneView(code, text, due, MilestoneStanding.of(state, since, reason), work, dueDates);
    }

    private MilestoneView with(Assessment one) {
        return with(work.with(one));
    }

    private MilestoneView claiming(@Nullable Completion claim) {
        return with(work.with(claim));
    }

    private MilestoneView proposing(@Nullable Rebaseline proposal) {
        return with(work.with(proposal));
    }

    private MilestoneView with(Due now) {
        return new MilestoneView(code, text, now, standing, work, dueDates);
    }

    private MilestoneView with(MilestoneWork now) {
        return new MilestoneView(code, text, due, standing, now, dueDates);
    }

    private MilestoneView with(List<DueDateMove> moves) {
        return new MilestoneView(code, text, due, standing, work, moves);
    }
}

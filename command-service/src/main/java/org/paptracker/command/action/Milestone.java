package org.paptracker.command.action;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneEvent;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;

/**
 * What decisions about a milestone need to know.
 *
 * @param details null only before it is added; the due date in them is the first one agreed
 * @param approvedDueOn the date it is held to: the first one agreed, then whatever re-baselining approved
 * @param forecastDueOn what its lead last expected
 * @param claim the last claim that it is complete
 * @param proposal the re-baselining that waits for a decision
 * @param assessments the latest by each assessor
 */
record Milestone(
        MilestoneState state,
        @Nullable MilestoneDetails details,
        @Nullable BusinessDate approvedDueOn,
        @Nullable BusinessDate forecastDueOn,
        @Nullable MilestoneProgressRecorded progress,
        @Nullable Recorded<? extends CompletionClaimed> claim,
        @Nullable Recorded<? extends RebaselineProposed> proposal,
        Map<Assessor, MilestoneAssessed> assessments) {

    static final Fold<Milestone, MilestoneEvent> FOLD = Fold.from(
                    new Milestone(MilestoneState.PLANNED, null, null, null, null, null, null, Map.of()),
                    MilestoneEvent.class)
            .on(MilestoneAdded.class, (milestone, event) -> milestone.described(event.details()))
            .on(MilestoneAmended.class, (milestone, event) -> milestone.described(event.details()))
            .on(MilestoneProgressRecorded.class, (milestone, event) -> milestone.progressed(event))
            .on(DueDateForecast.class, (milestone, event) -> milestone.forecast(event.forecastDueOn()))
            .on(CompletionClaimed.class, (milestone, event, recorded) -> milestone.claimed(recorded))
            .on(CompletionVerified.class, (milestone, event) -> milestone.in(MilestoneState.VERIFIED))
            .on(CompletionRejected.class, (milestone, event) -> milestone.in(MilestoneState.IN_PROGRESS))
            .on(MilestoneEmbedded.class, (milestone, event) -> milestone.in(MilestoneState.EMBEDDED))
            .on(MilestoneReopened.class, (milestone, event) -> milestone.in(MilestoneState.REOPENED))
            .on(MilestoneAssessed.class, (milestone, event) -> milestone.assessed(event))
            .on(RebaselineProposed.class, (milestone, event, recorded) -> milestone.proposed(recorded))
            .on(RebaselineApproved.class, (milestone, event) -> milestone.rebaselined(event.approvedDueOn()))
            .on(RebaselineRefused.class, (milestone, event) -> milestone.keptAsItWas())
            .exhaustive();

    /** As it came from another plan; a re-baseline proposed there and not decided has lapsed. */
    static Milestone of(CarriedMilestone from) {
        return new Milestone(
                from.state(), from.details(), from.approvedDueOn(), from.forecastDueOn(), null, null, null, Map.of());
    }

    CarriedMilestone carried(MilestoneCode code) {
        return new CarriedMilestone(code, Objects.requireNonNull(details), approvedDueOn, forecastDueOn, state);
    }

    /** Nobody needs to work on it any more, as far as is known. */
    boolean isComplete() {
        return state == MilestoneState.VERIFIED || state == MilestoneState.EMBEDDED;
    }

    boolean isClaimed() {
        return state == MilestoneState.CLAIMED_COMPLETE;
    }

    boolean isClaimedBy(String actor) {
        return isClaimed() && claim != null && claim.actor().equals(actor);
    }

    private Milestone described(MilestoneDetails now) {
        BusinessDate approved = approvedDueOn == null ? now.dueOn() : approvedDueOn;
        return new Milestone(state, now, approved, forecastDueOn, progress, claim, proposal, assessments);
    }

    /** What is reopened stays so called until it is claimed again. */
    private Milestone progressed(MilestoneProgressRecorded now) {
        MilestoneState next = state == MilestoneState.PLANNED ? MilestoneState.IN_PROGRESS : state;
        return new Milestone(next, details, approvedDueOn, forecastDueOn, now, claim, proposal, assessments);
    }

    private Milestone forecast(BusinessDate now) {
        return new Milestone(state, details, approvedDueOn, now, progress, claim, proposal, assessments);
    }

    private Milestone claimed(Recorded<? extends CompletionClaimed> now) {
        return new Milestone(
                MilestoneState.CLAIMED_COMPLETE,
                details,
                approvedDueOn,
                forecastDueOn,
                progress,
                now,
                proposal,
                assessments);
    }

    private Milestone in(MilestoneState next) {
        return new Milestone(next, details, approvedDueOn, forecastDueOn, progress, claim, proposal, assessments);
    }

    private Milestone assessed(MilestoneAssessed now) {
        Map<Assessor, MilestoneAssessed> latest = new EnumMap<>(Assessor.class);
        latest.putAll(assessments);
        latest.put(now.assessor(), now);
        return new Milestone(
                state, details, approvedDueOn, forecastDueOn, progress, claim, proposal, Map.copyOf(latest));
    }

    private Milestone proposed(Recorded<? extends RebaselineProposed> now) {
        return new Milestone(state, details, approvedDueOn, forecastDueOn, progress, claim, now, assessments);
    }

    private Milestone rebaselined(BusinessDate now) {
        return new Milestone(state, withFirstDate(now), now, forecastDueOn, progress, claim, null, assessments);
    }

    /** The first date approved for what had none is the first one agreed. */
    private @Nullable MilestoneDetails withFirstDate(BusinessDate approved) {
        if (details == null || details.dueOn() != null) return details;
        return new MilestoneDetails(details.title(), details.successCriteria(), approved, details.statutory());
    }

    private Milestone keptAsItWas() {
        return new Milestone(state, details, approvedDueOn, forecastDueOn, progress, claim, null, assessments);
    }
}

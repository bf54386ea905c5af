package org.paptracker.command.action;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Actor;
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
import org.paptracker.values.London;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;

/**
 * What decisions about a milestone need to know.
 *
 * @param details null only before it is added; the due date in them is the first one agreed
 */
record Milestone(MilestoneState state, @Nullable MilestoneDetails details, Due due, Latest latest) {
    /**
     * @param approved the date it is held to: the first one agreed, then whatever re-baselining approved
     * @param forecast what its lead expects, by the forecast that counts from the latest day
     * @param forecastFrom that day; null also if the forecast was made under another plan
     * @param lastForecast the one recorded last, which can be about an earlier day
     */
    record Due(
            @Nullable BusinessDate approved,
            @Nullable BusinessDate forecast,
            @Nullable LocalDate forecastFrom,
            @Nullable DueDateForecast lastForecast) {
        private static final Due NONE = new Due(null, null, null, null);

        private Due approved(@Nullable BusinessDate now) {
            return new Due(now, forecast, forecastFrom, lastForecast);
        }

        private Due forecast(Recorded<? extends DueDateForecast> now) {
            DueDateForecast event = now.event();
            LocalDate from = event.effectiveOn().countsFrom(London.day(now.recordedAt()));
            return forecastFrom != null && forecastFrom.isAfter(from)
                    ? new Due(approved, forecast, forecastFrom, event)
                    : new Due(approved, event.forecastDueOn(), from, event);
        }

        /** Whether it is what stands, or what was said last and is said again. */
        boolean isForecast(BusinessDate dueOn, BusinessDate on) {
            return dueOn.equals(forecast)
                    || (lastForecast != null
                            && dueOn.equals(lastForecast.forecastDueOn())
                            && on.equals(lastForecast.effectiveOn()));
        }
    }

    /**
     * What was last said of it.
     *
     * @param reports who made those that nobody has put right, by their position in the log
     * @param claim that it is complete
     * @param proposal the re-baselining that waits for a decision
     * @param assessments by each assessor
     */
    record Latest(
            @Nullable MilestoneProgressRecorded progress,
            Map<Long, String> reports,
            @Nullable Recorded<? extends CompletionClaimed> claim,
            @Nullable Recorded<? extends RebaselineProposed> proposal,
            Map<Assessor, MilestoneAssessed> assessments) {
        private static final Latest NOTHING = new Latest(null, Map.of(), null, null, Map.of());
    }

    static final Fold<Milestone, MilestoneEvent> FOLD = Fold.from(
                    new Milestone(MilestoneState.PLANNED, null, Due.NONE, Latest.NOTHING), MilestoneEvent.class)
            .on(MilestoneAdded.class, (milestone, event) -> milestone.described(event.details()))
            .on(MilestoneAmended.class, (milestone, event) -> milestone.described(event.details()))
            .on(MilestoneProgressRecorded.class, (milestone, event, recorded) -> milestone.progressed(recorded))
            .on(DueDateForecast.class, (milestone, event, recorded) -> milestone.with(milestone.due.forecast(recorded)))
            .on(CompletionClaimed.class, (milestone, event, recorded) -> milestone.claimed(recorded))
            .on(CompletionVerified.class, (milestone, event) -> milestone.in(MilestoneState.VERIFIED))
            .on(
                    CompletionRejected.class,
                    (milestone, event) ->
                            milestone.in(MilestoneState.IN_PROGRESS).without(event.lapsed()))
            .on(MilestoneEmbedded.class, (milestone, event) -> milestone.in(MilestoneState.EMBEDDED))
            .on(
                    MilestoneReopened.class,
                    (milestone, event) -> milestone.in(MilestoneState.REOPENED).without(event.lapsed()))
            .on(MilestoneAssessed.class, (milestone, event) -> milestone.assessed(event))
            .on(RebaselineProposed.class, (milestone, event, recorded) -> milestone.proposed(recorded))
            .on(RebaselineApproved.class, (milestone, event) -> milestone.rebaselined(event.approvedDueOn()))
            .on(RebaselineRefused.class, (milestone, event) -> milestone.proposed(null))
            .exhaustive();

    /** As it came from another plan; a re-baseline proposed there and not decided has lapsed. */
    static Milestone of(CarriedMilestone from) {
        Due due = new Due(from.approvedDueOn(), from.forecastDueOn(), null, null);
        return new Milestone(from.state(), from.details(), due, Latest.NOTHING);
    }

    CarriedMilestone carried(MilestoneCode code) {
        return new CarriedMilestone(code, Objects.requireNonNull(details), due.approved, due.forecast, state);
    }

    /** Nobody needs to work on it any more, as far as is known. */
    boolean isComplete() {
        return state == MilestoneState.VERIFIED || state == MilestoneState.EMBEDDED;
    }

    boolean isClaimed() {
        return state == MilestoneState.CLAIMED_COMPLETE;
    }

    boolean isClaimedBy(Actor actor) {
        return isClaimed() && latest.claim != null && actor.is(latest.claim.actor());
    }

    private Milestone in(MilestoneState next) {
        return new Milestone(next, details, due, latest);
    }

    private Milestone with(@Nullable MilestoneDetails now) {
        return new Milestone(state, now, due, latest);
    }

    private Milestone with(Due now) {
        return new Milestone(state, details, now, latest);
    }

    private Milestone with(Latest now) {
        return new Milestone(state, details, due, now);
    }

    private Milestone described(MilestoneDetails now) {
        return with(now).with(due.approved(due.approved == null ? now.dueOn() : due.approved));
    }

    /** What is reopened stays so called until it is claimed again. */
    private Milestone progressed(Recorded<? extends MilestoneProgressRecorded> now) {
        Map<Long, String> standing = new HashMap<>(latest.reports);
        standing.put(now.position(), now.actor());
        Long corrects = now.event().corrects();
        if (corrects != null) standing.remove(corrects);
        return in(state == MilestoneState.PLANNED ? MilestoneState.IN_PROGRESS : state)
                .with(new Latest(now.event(), Map.copyOf(standing), latest.claim, latest.proposal, latest.assessments));
    }

    private Milestone claimed(Recorded<? extends CompletionClaimed> now) {
        return in(MilestoneState.CLAIMED_COMPLETE)
                .with(new Latest(latest.progress, latest.reports, now, latest.proposal, latest.assessments));
    }

    private Milestone assessed(MilestoneAssessed now) {
        Map<Assessor, MilestoneAssessed> each = new EnumMap<>(Assessor.class);
        each.putAll(latest.assessments);
        each.put(now.assessor(), now);
        return with(new Latest(latest.progress, latest.reports, latest.claim, latest.proposal, Map.copyOf(each)));
    }

    private Milestone without(@Nullable List<Assessor> lapsed) {
        if (lapsed == null) return this;
        Map<Assessor, MilestoneAssessed> standing = new EnumMap<>(Assessor.class);
        standing.putAll(latest.assessments);
        lapsed.forEach(standing::remove);
        return with(new Latest(latest.progress, latest.reports, latest.claim, latest.proposal, Map.copyOf(standing)));
    }

    private Milestone proposed(@Nullable Recorded<? extends RebaselineProposed> now) {
        return with(new Latest(latest.progress, latest.reports, latest.claim, now, latest.assessments));
    }

    private Milestone rebaselined(BusinessDate now) {
        return proposed(null).with(withFirstDate(now)).with(due.approved(now));
    }

    /** The first date approved for what had none is the first one agreed. */
    private @Nullable MilestoneDetails withFirstDate(BusinessDate approved) {
        if (details == null || details.dueOn() != null) return details;
        return new MilestoneDetails(details.title(), details.successCriteria(), approved, details.statutory());
    }
}

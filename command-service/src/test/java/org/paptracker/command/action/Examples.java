package org.paptracker.command.action;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paptracker.command.Scenario;
import org.paptracker.command.action.ActionCommand.Placement;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionEmbedded;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.Lead;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/** One action with one milestone, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final PlanId OTHER_PLAN = new PlanId("oxfordshire-plan-2");
    static final ActionCode ACTION = new ActionCode("PA3-01");
    static final MilestoneCode MILESTONE = new MilestoneCode("PA3-01.2");
    static final MilestoneCode SECOND = new MilestoneCode("PA3-01.3");
    static final ErasableText NOTE = ErasableText.of("Said at the delivery group");
    static final ErasableText OTHER_NOTE = ErasableText.of("Said at the board");
    static final BusinessDate FEBRUARY_13 = date("2025-02-13");
    static final BusinessDate DUE = date("2025-04");
    static final BusinessDate LATER = date("2025-07-31");
    static final BusinessDate TOMORROW = date("2025-03-01");
    static final BusinessDate TODAY = BusinessDate.day(Scenario.TODAY);
    static final EvidenceId EVIDENCE = new EvidenceId("EV-1");
    static final Placement AS_IT_IS = new Placement(null, null, null, null, null);

    private Examples() {}

    static BusinessDate date(String text) {
        return BusinessDate.parse(text);
    }

    static PlanTerms plan(PlanState state) {
        return new PlanTerms(
                state,
                Set.of(new AreaCode("PA3")),
                Set.of(new ThemeCode("T1")),
                Set.of(new WorkstreamCode("data")),
                Set.of(new OrganisationCode("OCC")),
                Set.of());
    }

    static Scenario<Action, ActionCommand, ActionEvent> given(ActionEvent... events) {
        return in(plan(PlanState.PUBLISHED), events);
    }

    static Scenario<Action, ActionCommand, ActionEvent> in(PlanTerms plan, ActionEvent... events) {
        return in(plan, Set.of(), events);
    }

    static Scenario<Action, ActionCommand, ActionEvent> in(
            PlanTerms plan, Set<EvidenceId> withdrawn, ActionEvent... events) {
        return new Scenario<>(ActionDecider.RULES)
                .under(plan)
                .withdrawn(withdrawn)
                .given(events);
    }

    static Scenario<Action, ActionCommand, ActionEvent> inNoPlan(ActionEvent... events) {
        return in(PlanTerms.FOLD.initial(), events);
    }

    static <C extends Comparable<C>> SortedSet<C> codes(Function<String, C> code, String... values) {
        return Collections.unmodifiableSortedSet(
                Arrays.stream(values).map(code).collect(Collectors.toCollection(TreeSet::new)));
    }

    static ActionDetails details() {
        return titled("Clear the assessment backlog");
    }

    static ActionDetails titled(String title) {
        return ActionDetails.titled(title)
                .areas(codes(AreaCode::new, "PA3"))
                .themes(codes(ThemeCode::new, "T1"))
                .workstreams(codes(WorkstreamCode::new, "data"))
                .leads(Lead.ofRole("Head of SEND"))
                .organisations(codes(OrganisationCode::new, "OCC"))
                .startsOn(date("2024-01"))
                .dueOn(date("2025-04"))
                .dependsOn(codes(ActionCode::new, "PA3-00"))
                .build();
    }

    static MilestoneDetails milestone(String title, BusinessDate dueOn) {
        return new MilestoneDetails(title, List.of(NOTE), dueOn, false);
    }

    static ActionAgreed agreed() {
        return new ActionAgreed(PLAN, ACTION, details());
    }

    static ActionStarted started() {
        return new ActionStarted(PLAN, ACTION, date("2024-01-08"), null);
    }

    static ActionPaused paused() {
        return new ActionPaused(PLAN, ACTION, FEBRUARY_13, NOTE);
    }

    static ActionDelivered delivered() {
        return new ActionDelivered(PLAN, ACTION, FEBRUARY_13, null);
    }

    static ActionEmbedded embedded() {
        return new ActionEmbedded(PLAN, ACTION, FEBRUARY_13, null);
    }

    static ActionCancelled cancelled() {
        return new ActionCancelled(PLAN, ACTION, FEBRUARY_13, NOTE);
    }

    static ActionTransferred transferred() {
        return new ActionTransferred(PLAN, ACTION, FEBRUARY_13, OTHER_PLAN, ACTION, null);
    }

    /** PA3-01 as it comes from another plan, with one unfinished milestone. */
    static ActionReceived received(ActionState state, CarriedMilestone... milestones) {
        return new ActionReceived(
                PLAN, ACTION, FEBRUARY_13, OTHER_PLAN, new ActionCode("OLD-1"), details(), state, List.of(milestones));
    }

    static MilestoneAdded added() {
        return new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone("Every overdue case assessed", DUE));
    }

    static CompletionClaimed claimed() {
        return new CompletionClaimed(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, List.of(EVIDENCE), null);
    }

    static CompletionVerified verified() {
        return new CompletionVerified(PLAN, ACTION, MILESTONE, FEBRUARY_13, null);
    }
}

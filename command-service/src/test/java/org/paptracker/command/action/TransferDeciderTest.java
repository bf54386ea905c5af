package org.paptracker.command.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.action.Examples.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.command.action.ActionCommand.AddMilestone;
import org.paptracker.command.action.ActionCommand.DeliverAction;
import org.paptracker.command.action.ActionCommand.EmbedMilestone;
import org.paptracker.command.action.ActionCommand.Placement;
import org.paptracker.command.action.ActionCommand.ReceiveAction;
import org.paptracker.command.action.ActionCommand.RejectCompletion;
import org.paptracker.command.action.ActionCommand.TransferAction;
import org.paptracker.command.action.ActionCommand.VerifyCompletion;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

class TransferDeciderTest {
    private static final TransferAction TRANSFER =
            new TransferAction(PLAN, ACTION, FEBRUARY_13, OTHER_PLAN, ACTION, AS_IT_IS, NOTE);
    private static final ActionTransferred LEFT =
            new ActionTransferred(PLAN, ACTION, FEBRUARY_13, OTHER_PLAN, ACTION, NOTE);

    private static TransferAction to(String plan, String action) {
        return new TransferAction(PLAN, ACTION, FEBRUARY_13, new PlanId(plan), new ActionCode(action), AS_IT_IS, NOTE);
    }

    @Nested
    class Leaving_a_plan {
        @Test
        void names_where_it_goes() {
            given(agreed(), started()).when(TRANSFER).then(LEFT);
            given(agreed(), started(), paused()).when(TRANSFER).then(LEFT);
            given(agreed()).when(TRANSFER).then(LEFT);
        }

        @Test
        void is_what_a_superseded_plan_still_allows() {
            in(plan(PlanState.SUPERSEDED), agreed()).when(TRANSFER).then(LEFT);
        }

        @Test
        void is_refused_once_the_plan_is_closed() {
            in(plan(PlanState.CLOSED), agreed()).when(TRANSFER).thenRefused("plan.ended", "closed");
        }

        @Test
        void is_refused_in_an_unknown_plan_and_on_an_unknown_action() {
            inNoPlan().when(TRANSFER).thenRefused("plan.unknown", "oxfordshire-pap");
            given().when(TRANSFER).thenRefused("action.unknown", "PA3-01");
        }

        @Test
        void is_refused_to_its_own_plan() {
            given(agreed()).when(to("oxfordshire-pap", "X")).thenRefused("action.transfers-to-own-plan");
        }

        @Test
        void to_the_same_place_again_records_nothing() {
            given(agreed(), transferred()).when(TRANSFER).thenNothingMore();
            in(plan(PlanState.CLOSED), agreed(), transferred()).when(TRANSFER).thenNothingMore();
        }

        @Test
        void to_another_place_is_refused_once_it_has_gone() {
            given(agreed(), transferred()).when(to("oxfordshire-plan-2", "X")).thenRefused("action.ended");
            given(agreed(), transferred()).when(to("third", "PA3-01")).thenRefused("action.ended");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(agreed())
                    .when(new TransferAction(PLAN, ACTION, TOMORROW, OTHER_PLAN, ACTION, AS_IT_IS, NOTE))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_for_a_day_before_it_came_itself() {
            given(received(ActionState.AGREED))
                    .when(new TransferAction(
                            PLAN, ACTION, date("2025-02-12"), new PlanId("third"), ACTION, AS_IT_IS, NOTE))
                    .thenRefused("effective-on.before-start", "13 February 2025");
            given(received(ActionState.AGREED))
                    .when(to("third", "PA3-01"))
                    .then(new ActionTransferred(PLAN, ACTION, FEBRUARY_13, new PlanId("third"), ACTION, NOTE));
        }

        @Test
        void is_refused_once_there_is_nothing_left_to_do() {
            given(agreed(), cancelled()).when(TRANSFER).thenRefused("action.ended", "cancelled");
            given(agreed(), started(), delivered()).when(TRANSFER).thenRefused("action.not-in-progress", "delivered");
            given(agreed(), started(), delivered(), embedded()).when(TRANSFER).thenRefused("action.ended");
        }

        @Test
        void waits_until_claims_are_decided_on() {
            given(agreed(), started(), added(), claimed())
                    .when(TRANSFER)
                    .thenRefused("milestone.claim-pending", "PA3-01.2", "verified or rejected");
            given(agreed(), started(), added(), claimed(), verified())
                    .when(TRANSFER)
                    .then(LEFT);
        }

        @Test
        void can_be_made_possible_in_a_superseded_plan_by_deciding_on_its_claims() {
            PlanTerms superseded = plan(PlanState.SUPERSEDED);
            ActionEvent[] waiting = {agreed(), started(), added(), claimed()};
            in(superseded, waiting)
                    .when(BOARD, new VerifyCompletion(PLAN, ACTION, MILESTONE, FEBRUARY_13, null))
                    .then(verified());
            in(superseded, waiting)
                    .when(BOARD, new RejectCompletion(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE))
                    .then(new CompletionRejected(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null));
            in(superseded, agreed(), started(), added(), claimed(), verified())
                    .when(BOARD, new EmbedMilestone(PLAN, ACTION, MILESTONE, FEBRUARY_13, null))
                    .thenRefused("plan.ended", "can be transferred");
        }
    }

    @Nested
    class What_goes_with_it {
        private ActionReceived after(ActionEvent... events) {
            return after(AS_IT_IS, events);
        }

        private ActionReceived after(Placement placement, ActionEvent... events) {
            Action before = given(events).state();
            TransferAction command =
                    new TransferAction(PLAN, ACTION, FEBRUARY_13, OTHER_PLAN, new ActionCode("N-1"), placement, NOTE);
            List<ActionEvent> decided = TransferDecider.transfer(
                    before, command, GivenContext.on(Scenario.TODAY).in(plan(PlanState.PUBLISHED)));
            return TransferDecider.following(before, command, decided).get(0).arrival();
        }

        @Test
        void is_the_action_as_agreed_the_state_it_was_in_and_where_it_was() {
            assertThat(after(agreed(), started(), paused()))
                    .isEqualTo(new ActionReceived(
                            OTHER_PLAN,
                            new ActionCode("N-1"),
                            FEBRUARY_13,
                            PLAN,
                            ACTION,
                            details(),
                            ActionState.PAUSED,
                            List.of()));
            assertThat(after(agreed()).state()).isEqualTo(ActionState.AGREED);
            assertThat(after(agreed(), started()).state()).isEqualTo(ActionState.IN_PROGRESS);
        }

        @Test
        void are_the_codes_of_the_other_plan_where_they_are_given() {
            ActionDetails there = after(
                            new Placement(
                                    codes(AreaCode::new, "A1", "A2"),
                                    codes(ThemeCode::new),
                                    codes(WorkstreamCode::new, "w"),
                                    codes(OrganisationCode::new, "ICB"),
                                    codes(ActionCode::new, "N-0")),
                            agreed())
                    .details();
            assertThat(there.areas()).hasToString("[A1, A2]");
            assertThat(there.themes()).isEmpty();
            assertThat(there.workstreams()).hasToString("[w]");
            assertThat(there.organisations()).hasToString("[ICB]");
            assertThat(there.dependsOn()).hasToString("[N-0]");
            assertThat(there.title()).isEqualTo(details().title());
            assertThat(after(agreed()).details()).isEqualTo(details());
        }

        @Test
        void are_the_unfinished_milestones_with_all_their_dates() {
            ActionReceived there = after(
                    agreed(),
                    started(),
                    added(),
                    new DueDateForecast(PLAN, ACTION, MILESTONE, FEBRUARY_13, LATER),
                    new RebaselineApproved(PLAN, ACTION, MILESTONE, FEBRUARY_13, date("2025-06"), null));
            assertThat(there.milestones())
                    .containsExactly(new CarriedMilestone(
                            MILESTONE,
                            milestone("Every overdue case assessed", DUE),
                            date("2025-06"),
                            LATER,
                            MilestoneState.PLANNED));
        }

        @Test
        void is_the_first_date_ever_approved_where_none_was_agreed_to_begin_with() {
            ActionReceived there = after(
                    agreed(),
                    new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone("Undated", null)),
                    new RebaselineApproved(PLAN, ACTION, MILESTONE, FEBRUARY_13, DUE, null),
                    new RebaselineApproved(PLAN, ACTION, MILESTONE, FEBRUARY_13, LATER, null));
            assertThat(there.milestones()).singleElement().satisfies(carried -> {
                assertThat(carried.details().dueOn()).isEqualTo(DUE);
                assertThat(carried.approvedDueOn()).isEqualTo(LATER);
            });
        }

        @Test
        void is_not_what_is_verified_but_what_is_reopened() {
            ActionEvent[] done = {agreed(), started(), added(), claimed(), verified()};
            assertThat(after(done).milestones()).isEmpty();
            assertThat(after(MilestoneDeciderTest.with(
                                    done, new MilestoneReopened(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null)))
                            .milestones())
                    .extracting(CarriedMilestone::state)
                    .containsExactly(MilestoneState.REOPENED);
        }

        @Test
        void is_not_a_re_baseline_that_nobody_decided_on() {
            assertThat(after(
                                    agreed(),
                                    added(),
                                    new RebaselineProposed(
                                            PLAN,
                                            ACTION,
                                            MILESTONE,
                                            FEBRUARY_13,
                                            LATER,
                                            RebaselineReason.CAPACITY,
                                            NOTE))
                            .milestones())
                    .extracting(CarriedMilestone::approvedDueOn)
                    .containsExactly(DUE);
        }
    }

    @Nested
    class Arriving_in_a_plan {
        private final CarriedMilestone open = new CarriedMilestone(
                MILESTONE, milestone("Every overdue case assessed", DUE), LATER, null, MilestoneState.IN_PROGRESS);
        private final ReceiveAction receive = new ReceiveAction(received(ActionState.IN_PROGRESS, open));

        @Test
        void records_what_came() {
            given().when(receive).then(received(ActionState.IN_PROGRESS, open));
            in(plan(PlanState.DRAFT)).when(receive).then(received(ActionState.IN_PROGRESS, open));
        }

        @Test
        void is_refused_by_a_plan_that_does_not_exist_or_has_ended() {
            inNoPlan().when(receive).thenRefused("action.unknown-plan", "oxfordshire-pap", "OLD-1");
            in(plan(PlanState.CLOSED)).when(receive).thenRefused("plan.ended", "closed");
            in(plan(PlanState.SUPERSEDED)).when(receive).thenRefused("plan.ended", "superseded");
        }

        @Test
        void is_refused_if_its_code_is_taken() {
            given(agreed()).when(receive).thenRefused("action.exists", "PA3-01", "toAction");
        }

        @Test
        void is_refused_with_codes_that_the_plan_does_not_have() {
            PlanTerms other = new PlanTerms(
                    PlanState.PUBLISHED, Set.of(new AreaCode("A1")), Set.of(), Set.of(), Set.of(), Set.of());
            in(other).when(receive).thenRefused("action.unknown-area", "PA3", "A1");
        }

        @Test
        void goes_on_from_where_it_was() {
            given(received(ActionState.IN_PROGRESS, open))
                    .when(new DeliverAction(PLAN, ACTION, FEBRUARY_13, null))
                    .thenRefused("action.milestone-open", "PA3-01.2");
            given(received(ActionState.IN_PROGRESS))
                    .when(new DeliverAction(PLAN, ACTION, FEBRUARY_13, null))
                    .then(new ActionDelivered(PLAN, ACTION, FEBRUARY_13, null));
        }

        @Test
        void leaves_agreed_dates_to_re_baselining() {
            MilestoneDetails moved = milestone("Every overdue case assessed", date("2025-12"));
            given(received(ActionState.IN_PROGRESS, open))
                    .when(LEAD, new AddMilestone(PLAN, ACTION, MILESTONE, moved))
                    .thenRefused("milestone.due-date-needs-rebaseline", "31 July 2025");
        }
    }
}

package org.paptracker.command.action;

import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.OFFICE;
import static org.paptracker.command.action.Examples.*;
import static org.paptracker.command.action.MilestoneDeciderTest.events;
import static org.paptracker.command.action.MilestoneDeciderTest.with;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.action.ActionCommand.AddMilestone;
import org.paptracker.command.action.ActionCommand.AgreeAction;
import org.paptracker.command.action.ActionCommand.ApproveRebaseline;
import org.paptracker.command.action.ActionCommand.CancelAction;
import org.paptracker.command.action.ActionCommand.ProposeRebaseline;
import org.paptracker.command.action.ActionCommand.RefuseRebaseline;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.ThemeCode;

/** What somebody verified or signed off, or is asked to decide on, stays as they saw it. */
class ApprovedWorkTest {
    private static final String TITLE = "Every overdue case assessed";

    private static AddMilestone put(MilestoneDetails details) {
        return new AddMilestone(PLAN, ACTION, MILESTONE, details);
    }

    private static AgreeAction put(ActionDetails details) {
        return new AgreeAction(PLAN, ACTION, details);
    }

    /** An amendment of each thing that a milestone says, and of all of its action's that bears on it. */
    private static List<AddMilestone> amendments() {
        return List.of(
                put(milestone("Most overdue cases assessed", DUE)),
                put(new MilestoneDetails(TITLE, List.of(OTHER_NOTE), DUE, false)),
                put(new MilestoneDetails(TITLE, List.of(), DUE, false)),
                put(new MilestoneDetails(TITLE, List.of(NOTE), DUE, true)));
    }

    private static ActionEvent[] underWay() {
        return events(agreed(), started(), added());
    }

    @Nested
    class A_verified_milestone {
        private final ActionEvent[] verified = with(underWay(), claimed(), verified());

        @Test
        void cannot_be_amended_until_it_is_reopened() {
            ActionEvent[] embedded = with(verified, new MilestoneEmbedded(PLAN, ACTION, MILESTONE, FEBRUARY_13, null));
            for (AddMilestone amendment : amendments()) {
                given(verified).when(OFFICE, amendment).thenRefused("milestone.complete", "reopen");
                given(embedded).when(OFFICE, amendment).thenRefused("milestone.complete", "reopen");
            }
        }

        @Test
        void cannot_be_given_a_first_date() {
            given(
                            agreed(),
                            started(),
                            new MilestoneAdded(PLAN, ACTION, MILESTONE, milestone(TITLE, null)),
                            claimed(),
                            verified())
                    .when(OFFICE, put(milestone(TITLE, DUE)))
                    .thenRefused("milestone.complete");
        }

        @Test
        void can_be_sent_again_as_it_is() {
            given(verified).when(OFFICE, put(milestone(TITLE, DUE))).thenNothingMore();
        }

        @Test
        void can_be_amended_once_it_is_reopened() {
            MilestoneReopened reopened = new MilestoneReopened(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null);
            given(with(verified, reopened))
                    .when(OFFICE, amendments().get(0))
                    .then(new MilestoneAmended(
                            PLAN, ACTION, MILESTONE, amendments().get(0).details()));
        }

        @Test
        void keeps_the_name_of_its_action() {
            given(verified)
                    .when(OFFICE, put(titled("Start on the backlog")))
                    .thenRefused("action.milestone-verified", "PA3-01.2", "reopen");
        }

        @Test
        void leaves_the_rest_of_its_action_open() {
            ActionDetails later = details().change().dueOn(LATER).build();
            given(verified).when(OFFICE, put(later)).then(new ActionAmended(PLAN, ACTION, later));
        }
    }

    @Nested
    class A_claim_that_waits {
        private final ActionEvent[] claimed = with(underWay(), claimed());

        @Test
        void stops_every_amendment_of_its_milestone() {
            for (AddMilestone amendment : amendments()) {
                given(claimed).when(OFFICE, amendment).thenRefused("milestone.claim-pending");
            }
        }

        @Test
        void stops_its_date_from_moving() {
            given(claimed)
                    .when(
                            OFFICE,
                            new ProposeRebaseline(
                                    PLAN, ACTION, MILESTONE, FEBRUARY_13, LATER, RebaselineReason.CAPACITY, NOTE))
                    .thenRefused("milestone.claim-pending");
            given(with(underWay(), proposed(), claimed()))
                    .when(BOARD, new ApproveRebaseline(PLAN, ACTION, MILESTONE, FEBRUARY_13, null))
                    .thenRefused("milestone.claim-pending");
            given(with(underWay(), proposed(), claimed()))
                    .when(BOARD, new RefuseRebaseline(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE))
                    .then(new RebaselineRefused(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE));
        }

        @Test
        void stops_its_action_from_changing_hands_name_or_date() {
            for (ActionDetails other : List.of(
                    titled("Start on the backlog"),
                    details().change().themes(List.<ThemeCode>of()).build(),
                    details()
                            .change()
                            .organisations(List.<OrganisationCode>of())
                            .build(),
                    details().change().leads(List.of()).build(),
                    details().change().dueOn(LATER).build())) {
                given(claimed).when(OFFICE, put(other)).thenRefused("milestone.claim-pending", "PA3-01.2");
            }
        }

        @Test
        void stops_its_action_from_being_cancelled() {
            given(claimed)
                    .when(OFFICE, new CancelAction(PLAN, ACTION, FEBRUARY_13, NOTE))
                    .thenRefused("milestone.claim-pending", "PA3-01.2");
        }

        @Test
        void stops_nothing_any_more_once_it_is_rejected() {
            CompletionRejected rejected = new CompletionRejected(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null);
            for (AddMilestone amendment : amendments()) {
                given(with(claimed, rejected))
                        .when(OFFICE, amendment)
                        .then(new MilestoneAmended(PLAN, ACTION, MILESTONE, amendment.details()));
            }
        }

        @Test
        void does_not_stop_a_change_of_who_can_see_it() {
            ActionDetails open =
                    details().change().visibility(Visibility.PUBLIC).build();
            given(claimed).when(OFFICE, put(open)).then(new ActionAmended(PLAN, ACTION, open));
        }
    }

    private static RebaselineProposed proposed() {
        return new RebaselineProposed(PLAN, ACTION, MILESTONE, FEBRUARY_13, LATER, RebaselineReason.CAPACITY, NOTE);
    }

    @Nested
    class A_new_date_that_waits {
        @Test
        void stops_every_amendment_of_its_milestone() {
            for (AddMilestone amendment : amendments()) {
                given(with(underWay(), proposed()))
                        .when(OFFICE, amendment)
                        .thenRefused("milestone.rebaseline-pending", "approved or refused");
            }
        }
    }

    @Nested
    class A_delivered_action {
        private final ActionEvent[] delivered = with(underWay(), claimed(), verified(), delivered());

        @Test
        void cannot_be_amended() {
            for (ActionDetails other : List.of(
                    titled("Start on the backlog"),
                    details().change().dueOn(LATER).build(),
                    details().change().priority(1).build())) {
                given(delivered).when(OFFICE, put(other)).thenRefused("action.not-in-progress", "signed off");
            }
        }

        @Test
        void keeps_its_milestones_as_they_are() {
            for (AddMilestone amendment : amendments()) {
                given(delivered).when(OFFICE, amendment).thenRefused("action.not-in-progress");
            }
        }

        @Test
        void cannot_be_cancelled() {
            given(delivered)
                    .when(OFFICE, new CancelAction(PLAN, ACTION, FEBRUARY_13, NOTE))
                    .thenRefused("action.not-in-progress", "signed off");
        }

        @Test
        void can_be_shown_to_more_people() {
            ActionDetails open =
                    details().change().visibility(Visibility.PUBLIC).build();
            given(delivered).when(OFFICE, put(open)).then(new ActionAmended(PLAN, ACTION, open));
        }
    }
}

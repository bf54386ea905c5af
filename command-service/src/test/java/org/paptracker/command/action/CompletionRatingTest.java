package org.paptracker.command.action;

import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.EXECUTIVE;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.Scenario.OFFICE;
import static org.paptracker.command.action.Examples.*;
import static org.paptracker.command.action.MilestoneDeciderTest.events;
import static org.paptracker.command.action.MilestoneDeciderTest.with;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.command.action.ActionCommand.AssessAction;
import org.paptracker.command.action.ActionCommand.AssessMilestone;
import org.paptracker.command.action.ActionCommand.RecordProgress;
import org.paptracker.command.action.ActionCommand.RejectCompletion;
import org.paptracker.command.action.ActionCommand.ReopenMilestone;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAssessed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.Rating;

/** Who a rating is by, and what it takes to rate something as complete. */
class CompletionRatingTest {
    private static final ActionEvent[] OPEN = events(agreed(), started(), added());
    private static final ActionEvent[] CLAIMED = with(OPEN, claimed());
    private static final ActionEvent[] VERIFIED = with(CLAIMED, verified());
    private static final ActionEvent[] EMBEDDED =
            with(VERIFIED, new MilestoneEmbedded(PLAN, ACTION, MILESTONE, FEBRUARY_13, null));

    @Nested
    class A_report_that_rates {
        private static RecordProgress report(@Nullable Integer percent, Rating rating) {
            return new RecordProgress(
                    PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, percent, rating, null, null, null, null, null, null);
        }

        @Test
        void counts_as_the_reporters_own_role_says() {
            Map<Actor, Assessor> as =
                    Map.of(LEAD, Assessor.SELF, EXECUTIVE, Assessor.SELF, OFFICE, Assessor.PMO, BOARD, Assessor.BOARD);
            as.forEach((actor, assessor) -> given(OPEN)
                    .when(actor, report(40, Rating.AT_RISK))
                    .then(new MilestoneProgressRecorded(
                            PLAN,
                            ACTION,
                            MILESTONE,
                            FEBRUARY_13,
                            NOTE,
                            40,
                            Rating.AT_RISK,
                            null,
                            null,
                            null,
                            null,
                            assessor,
                            null)));
        }

        @Test
        void is_refused_to_people_who_rate_nothing() {
            given(OPEN)
                    .when(new Actor("forum", "PARENT_CARER_FORUM", null), report(40, Rating.AT_RISK))
                    .thenRefused("assessment.not-yours");
        }

        @Test
        void cannot_rate_as_complete_what_is_not_claimed() {
            for (Integer percent : List.of(5, 100)) {
                given(OPEN)
                        .when(report(percent, Rating.COMPLETE))
                        .thenRefused("assessment.not-claimed", "PA3-01.2", "Claim");
                given(OPEN)
                        .when(report(percent, Rating.COMPLETE_EMBEDDED))
                        .thenRefused("assessment.not-embedded", "signed off");
            }
        }
    }

    @Nested
    class A_milestone {
        private static AssessMilestone rate(Rating rating) {
            return new AssessMilestone(PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.BOARD, rating, null);
        }

        private static MilestoneAssessed rated(Rating rating) {
            return new MilestoneAssessed(PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.BOARD, rating, null);
        }

        @Test
        void is_complete_to_nobody_before_it_is_claimed() {
            CompletionRejected rejected = new CompletionRejected(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null);
            MilestoneReopened reopened = new MilestoneReopened(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null);
            for (ActionEvent[] unclaimed : List.of(OPEN, with(CLAIMED, rejected), with(VERIFIED, reopened))) {
                for (Rating rating : List.of(Rating.COMPLETE, Rating.COMPLETE_EMBEDDED)) {
                    refused(unclaimed, BOARD, Assessor.BOARD, rating);
                    refused(unclaimed, LEAD, Assessor.SELF, rating);
                    refused(unclaimed, OFFICE, Assessor.PMO, rating);
                    refused(unclaimed, OFFICE, Assessor.INDEPENDENT, rating);
                }
            }
        }

        private static void refused(ActionEvent[] before, Actor by, Assessor as, Rating rating) {
            given(before)
                    .when(by, new AssessMilestone(PLAN, ACTION, MILESTONE, FEBRUARY_13, as, rating, null))
                    .thenRefused(
                            rating == Rating.COMPLETE ? "assessment.not-claimed" : "assessment.not-embedded",
                            "PA3-01.2");
        }

        @Test
        void can_be_rated_complete_from_its_claim_on() {
            for (ActionEvent[] claimed : List.of(CLAIMED, VERIFIED, EMBEDDED)) {
                given(claimed).when(BOARD, rate(Rating.COMPLETE)).then(rated(Rating.COMPLETE));
            }
        }

        @Test
        void is_embedded_once_that_is_signed_off() {
            for (ActionEvent[] claimed : List.of(CLAIMED, VERIFIED)) {
                given(claimed).when(BOARD, rate(Rating.COMPLETE_EMBEDDED)).thenRefused("assessment.not-embedded");
            }
            given(EMBEDDED).when(BOARD, rate(Rating.COMPLETE_EMBEDDED)).then(rated(Rating.COMPLETE_EMBEDDED));
        }
    }

    @Nested
    class A_rating_of_completion {
        private final MilestoneAssessed self =
                new MilestoneAssessed(PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.SELF, Rating.COMPLETE, null);
        private final MilestoneAssessed office =
                new MilestoneAssessed(PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.PMO, Rating.AT_RISK, null);

        @Test
        void lapses_with_the_claim_that_is_rejected() {
            CompletionRejected rejected =
                    new CompletionRejected(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, List.of(Assessor.SELF));
            given(with(CLAIMED, self, office))
                    .when(BOARD, new RejectCompletion(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE))
                    .then(rejected);
            given(with(CLAIMED, office))
                    .when(BOARD, new RejectCompletion(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE))
                    .then(new CompletionRejected(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, null));
            given(with(CLAIMED, self, rejected, claimed()))
                    .when(
                            LEAD,
                            new AssessMilestone(
                                    PLAN, ACTION, MILESTONE, FEBRUARY_13, Assessor.SELF, Rating.COMPLETE, null))
                    .then(self);
        }

        @Test
        void lapses_with_the_verification_that_is_taken_back() {
            given(with(VERIFIED, self, office))
                    .when(BOARD, new ReopenMilestone(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE))
                    .then(new MilestoneReopened(PLAN, ACTION, MILESTONE, FEBRUARY_13, NOTE, List.of(Assessor.SELF)));
        }
    }

    @Nested
    class An_action {
        private static Scenario<Action, ActionCommand, ActionEvent> rate(Rating rating, ActionEvent... before) {
            return given(before).when(BOARD, new AssessAction(PLAN, ACTION, FEBRUARY_13, Assessor.BOARD, rating, null));
        }

        private static ActionAssessed rated(Rating rating) {
            return new ActionAssessed(PLAN, ACTION, FEBRUARY_13, Assessor.BOARD, rating, null);
        }

        @Test
        void is_complete_to_nobody_before_it_is_delivered() {
            for (ActionEvent[] before : List.of(OPEN, CLAIMED, VERIFIED, events(agreed(), started()))) {
                rate(Rating.COMPLETE, before).thenRefused("assessment.not-claimed", "PA3-01");
            }
        }

        @Test
        void can_be_rated_complete_once_it_is_delivered() {
            rate(Rating.COMPLETE, with(VERIFIED, delivered())).then(rated(Rating.COMPLETE));
            rate(Rating.COMPLETE, with(EMBEDDED, delivered(), embedded())).then(rated(Rating.COMPLETE));
        }

        @Test
        void is_embedded_once_that_is_signed_off_and_can_be_rated_then() {
            rate(Rating.COMPLETE_EMBEDDED, with(EMBEDDED, delivered())).thenRefused("assessment.not-embedded");
            rate(Rating.COMPLETE_EMBEDDED, with(EMBEDDED, delivered(), embedded()))
                    .then(rated(Rating.COMPLETE_EMBEDDED));
            rate(Rating.AT_RISK, with(EMBEDDED, delivered(), embedded())).then(rated(Rating.AT_RISK));
        }
    }
}

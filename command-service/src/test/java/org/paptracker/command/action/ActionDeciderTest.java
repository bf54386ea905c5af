package org.paptracker.command.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Scenario.BOARD;
import static org.paptracker.command.Scenario.EXECUTIVE;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.Scenario.OFFICE;
import static org.paptracker.command.action.Examples.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.action.ActionCommand.AgreeAction;
import org.paptracker.command.action.ActionCommand.AssessAction;
import org.paptracker.command.action.ActionCommand.CancelAction;
import org.paptracker.command.action.ActionCommand.DeliverAction;
import org.paptracker.command.action.ActionCommand.EmbedAction;
import org.paptracker.command.action.ActionCommand.PauseAction;
import org.paptracker.command.action.ActionCommand.ResumeAction;
import org.paptracker.command.action.ActionCommand.StartAction;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionAssessed;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionEmbedded;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionResumed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

class ActionDeciderTest {
    private static AgreeAction put(ActionDetails details) {
        return new AgreeAction(PLAN, ACTION, details);
    }

    private static ActionDetails dated(String startsOn, String dueOn) {
        return details()
                .change()
                .startsOn(startsOn == null ? null : date(startsOn))
                .dueOn(dueOn == null ? null : date(dueOn))
                .build();
    }

    private static ActionDetails naming(
            String[] areas, String[] themes, String[] workstreams, String[] organisations, String[] dependsOn) {
        return details()
                .change()
                .areas(codes(AreaCode::new, areas))
                .themes(codes(ThemeCode::new, themes))
                .workstreams(codes(WorkstreamCode::new, workstreams))
                .organisations(codes(OrganisationCode::new, organisations))
                .dependsOn(codes(ActionCode::new, dependsOn))
                .build();
    }

    private static String[] none() {
        return new String[0];
    }

    private static String[] some(String... codes) {
        return codes;
    }

    /** Whatever else holds, these do for every command on an action that has to exist. */
    private abstract static class On_an_action {
        abstract ActionCommand command();

        /** What has to have happened for the command to be possible. */
        abstract ActionEvent[] before();

        @Test
        void is_refused_in_an_unknown_plan() {
            inNoPlan().when(command()).thenRefused("plan.unknown", "oxfordshire-pap");
        }

        @Test
        void is_refused_on_an_unknown_action() {
            given().when(command()).thenRefused("action.unknown", "PA3-01", "oxfordshire-pap");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.SUPERSEDED), before()).when(command()).thenRefused("plan.ended", "superseded");
            in(plan(PlanState.CLOSED), before()).when(command()).thenRefused("plan.ended", "closed");
        }
    }

    @Nested
    class Agreeing {
        @Test
        void records_the_action() {
            given().when(put(details())).then(new ActionAgreed(PLAN, ACTION, details()));
        }

        @Test
        void is_possible_before_the_plan_is_approved() {
            in(plan(PlanState.DRAFT)).when(put(details())).then(new ActionAgreed(PLAN, ACTION, details()));
        }

        @Test
        void is_refused_in_an_unknown_plan() {
            inNoPlan().when(put(details())).thenRefused("plan.unknown", "oxfordshire-pap");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            in(plan(PlanState.CLOSED)).when(put(details())).thenRefused("plan.ended", "closed");
        }

        @Test
        void is_refused_with_a_code_the_plan_does_not_have() {
            given().when(put(naming(some("PA3", "PA9"), none(), none(), none(), none())))
                    .thenRefused("action.unknown-area", "no area PA9.", "It has PA3");
            given().when(put(naming(none(), some("T9"), none(), none(), none())))
                    .thenRefused("action.unknown-theme", "T9");
            given().when(put(naming(none(), none(), some("x", "y"), none(), none())))
                    .thenRefused("action.unknown-workstream", "x, y");
            given().when(put(naming(none(), none(), none(), some("NHS"), none())))
                    .thenRefused("action.unknown-organisation", "NHS");
        }

        @Test
        void says_so_when_the_plan_has_no_such_codes_at_all() {
            PlanTerms bare = new PlanTerms(PlanState.DRAFT, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
            in(bare).when(put(details())).thenRefused("action.unknown-area", "none yet");
        }

        @Test
        void is_refused_if_it_depends_on_itself() {
            given().when(put(naming(none(), none(), none(), none(), some("PA3-01"))))
                    .thenRefused("action.depends-on-itself");
        }

        @Test
        void is_refused_if_it_is_due_before_it_starts() {
            given().when(put(dated("2024-06", "2024-05"))).thenRefused("action.due-before-start");
        }

        @Test
        void may_be_due_in_the_month_it_starts_or_without_dates() {
            for (ActionDetails details : List.of(
                    dated("2024-06-15", "2024-06"),
                    dated("2024-06", null),
                    dated(null, "2024-06"),
                    dated(null, null))) {
                given().when(put(details)).then(new ActionAgreed(PLAN, ACTION, details));
            }
        }
    }

    @Nested
    class Amending {
        @Test
        void records_the_whole_of_the_details_as_they_now_are() {
            given(agreed()).when(put(titled("Other"))).then(new ActionAmended(PLAN, ACTION, titled("Other")));
        }

        @Test
        void with_the_same_content_records_nothing() {
            given(agreed()).when(put(details())).thenNothingMore();
            given(agreed(), cancelled()).when(put(details())).thenNothingMore();
            given(agreed(), new ActionAmended(PLAN, ACTION, titled("Other")))
                    .when(put(titled("Other")))
                    .thenNothingMore();
        }

        @Test
        void is_refused_once_the_action_has_ended() {
            given(agreed(), cancelled()).when(put(titled("Other"))).thenRefused("action.ended", "cancelled");
            given(agreed(), transferred()).when(put(titled("Other"))).thenRefused("action.ended", "transferred");
            given(agreed(), started(), delivered(), embedded())
                    .when(put(titled("Other")))
                    .thenRefused("action.ended", "embedded");
        }
    }

    @Nested
    class Starting extends On_an_action {
        @Override
        ActionCommand command() {
            return new StartAction(PLAN, ACTION, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed());
        }

        @Test
        void moves_it_into_progress() {
            given(agreed()).when(command()).then(new ActionStarted(PLAN, ACTION, FEBRUARY_13, NOTE));
        }

        @Test
        void counts_from_today_if_no_date_is_given() {
            given(agreed())
                    .when(new StartAction(PLAN, ACTION, null, null))
                    .then(new ActionStarted(PLAN, ACTION, TODAY, null));
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(agreed()).when(new StartAction(PLAN, ACTION, TOMORROW, null)).thenRefused("effective-on.in-future");
        }

        @Test
        void again_records_nothing() {
            given(agreed(), started()).when(command()).thenNothingMore();
        }

        @Test
        void is_refused_while_it_is_paused() {
            given(agreed(), started(), paused()).when(command()).thenRefused("action.paused", "Resume");
        }

        @Test
        void is_refused_once_it_is_delivered() {
            given(agreed(), started(), delivered()).when(command()).thenRefused("action.not-in-progress", "delivered");
        }

        @Test
        void is_refused_once_it_has_ended() {
            given(agreed(), cancelled()).when(command()).thenRefused("action.ended");
        }
    }

    @Nested
    class Pausing extends On_an_action {
        @Override
        ActionCommand command() {
            return new PauseAction(PLAN, ACTION, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started());
        }

        @Test
        void records_the_reason() {
            given(before()).when(command()).then(new ActionPaused(PLAN, ACTION, FEBRUARY_13, NOTE));
        }

        @Test
        void again_records_nothing() {
            given(agreed(), started(), paused()).when(command()).thenNothingMore();
        }

        @Test
        void is_refused_unless_it_is_in_progress() {
            given(agreed()).when(command()).thenRefused("action.not-in-progress", "start it first", "paused");
            given(agreed(), started(), delivered()).when(command()).thenRefused("action.not-in-progress", "delivered");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before()).when(new PauseAction(PLAN, ACTION, TOMORROW, NOTE)).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_once_it_has_ended() {
            given(agreed(), cancelled()).when(command()).thenRefused("action.ended");
        }
    }

    @Nested
    class Resuming extends On_an_action {
        @Override
        ActionCommand command() {
            return new ResumeAction(PLAN, ACTION, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), paused());
        }

        @Test
        void moves_it_back_into_progress() {
            given(before()).when(command()).then(new ActionResumed(PLAN, ACTION, FEBRUARY_13, NOTE));
        }

        @Test
        void of_what_is_in_progress_records_nothing() {
            given(agreed(), started()).when(command()).thenNothingMore();
            given(agreed(), started(), paused(), new ActionResumed(PLAN, ACTION, FEBRUARY_13, NOTE))
                    .when(command())
                    .thenNothingMore();
        }

        @Test
        void is_refused_unless_it_is_paused() {
            given(agreed()).when(command()).thenRefused("action.not-paused", "start it instead");
            given(agreed(), started(), delivered()).when(command()).thenRefused("action.not-paused", "delivered");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before()).when(new ResumeAction(PLAN, ACTION, TOMORROW, null)).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_once_it_has_ended() {
            given(agreed(), cancelled()).when(command()).thenRefused("action.ended");
        }
    }

    @Nested
    class Delivering extends On_an_action {
        @Override
        ActionCommand command() {
            return new DeliverAction(PLAN, ACTION, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started());
        }

        @Test
        void is_possible_without_milestones() {
            given(before()).when(command()).then(new ActionDelivered(PLAN, ACTION, FEBRUARY_13, NOTE));
        }

        @Test
        void is_possible_once_every_milestone_is_verified_or_embedded() {
            given(agreed(), started(), added(), claimed(), verified())
                    .when(BOARD, command())
                    .then(new ActionDelivered(PLAN, ACTION, FEBRUARY_13, NOTE));
            given(
                            agreed(),
                            started(),
                            added(),
                            claimed(),
                            verified(),
                            new MilestoneEmbedded(PLAN, ACTION, MILESTONE, FEBRUARY_13, null))
                    .when(BOARD, command())
                    .then(new ActionDelivered(PLAN, ACTION, FEBRUARY_13, NOTE));
        }

        @Test
        void is_refused_while_a_milestone_is_open() {
            given(agreed(), started(), added()).when(command()).thenRefused("action.milestone-open", "PA3-01.2");
            given(
                            agreed(),
                            started(),
                            added(),
                            new MilestoneAdded(PLAN, ACTION, SECOND, milestone("Second", null)),
                            claimed(),
                            verified())
                    .when(command())
                    .thenRefused("action.milestone-open", ": PA3-01.3.");
        }

        @Test
        void is_refused_while_a_claim_is_not_verified() {
            given(agreed(), started(), added(), claimed()).when(command()).thenRefused("action.milestone-open");
        }

        @Test
        void is_refused_while_it_is_paused() {
            given(agreed(), started(), paused()).when(command()).thenRefused("action.paused");
        }

        @Test
        void is_refused_before_it_is_started() {
            given(agreed()).when(command()).thenRefused("action.not-in-progress");
        }

        @Test
        void again_records_nothing() {
            given(agreed(), started(), delivered()).when(command()).thenNothingMore();
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before())
                    .when(new DeliverAction(PLAN, ACTION, TOMORROW, null))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_once_it_has_ended() {
            given(agreed(), cancelled()).when(command()).thenRefused("action.ended");
        }
    }

    @Nested
    class Embedding extends On_an_action {
        @Override
        ActionCommand command() {
            return new EmbedAction(PLAN, ACTION, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed(), started(), delivered());
        }

        @Test
        void follows_delivery() {
            given(before()).when(command()).then(new ActionEmbedded(PLAN, ACTION, FEBRUARY_13, NOTE));
        }

        @Test
        void is_refused_before_delivery() {
            given(agreed()).when(command()).thenRefused("action.not-delivered");
            given(agreed(), started()).when(command()).thenRefused("action.not-delivered");
            given(agreed(), started(), paused()).when(command()).thenRefused("action.not-delivered");
        }

        @Test
        void again_records_nothing() {
            given(agreed(), started(), delivered(), embedded()).when(command()).thenNothingMore();
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before()).when(new EmbedAction(PLAN, ACTION, TOMORROW, null)).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_once_it_is_cancelled() {
            given(agreed(), cancelled()).when(command()).thenRefused("action.ended");
        }
    }

    @Nested
    class Cancelling extends On_an_action {
        @Override
        ActionCommand command() {
            return new CancelAction(PLAN, ACTION, FEBRUARY_13, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed());
        }

        @Test
        void is_possible_as_long_as_it_lives() {
            ActionCancelled expected = new ActionCancelled(PLAN, ACTION, FEBRUARY_13, NOTE);
            given(agreed()).when(command()).then(expected);
            given(agreed(), started()).when(command()).then(expected);
            given(agreed(), started(), paused()).when(command()).then(expected);
        }

        @Test
        void again_records_nothing() {
            given(agreed(), cancelled()).when(command()).thenNothingMore();
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(before()).when(new CancelAction(PLAN, ACTION, TOMORROW, NOTE)).thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_once_it_has_ended() {
            given(agreed(), transferred()).when(command()).thenRefused("action.ended");
            given(agreed(), started(), delivered(), embedded()).when(command()).thenRefused("action.ended");
        }
    }

    @Nested
    class Assessing extends On_an_action {
        private final ActionAssessed assessed =
                new ActionAssessed(PLAN, ACTION, FEBRUARY_13, Assessor.SELF, Rating.AT_RISK, NOTE);

        @Override
        ActionCommand command() {
            return new AssessAction(PLAN, ACTION, FEBRUARY_13, Assessor.SELF, Rating.AT_RISK, NOTE);
        }

        @Override
        ActionEvent[] before() {
            return events(agreed());
        }

        @Test
        void records_the_rating_and_whose_it_is() {
            given(agreed()).when(command()).then(assessed);
        }

        @Test
        void with_the_same_words_on_the_same_day_records_nothing() {
            given(agreed(), assessed).when(command()).thenNothingMore();
        }

        @Test
        void stands_beside_what_others_say() {
            given(agreed(), assessed)
                    .when(BOARD, new AssessAction(PLAN, ACTION, FEBRUARY_13, Assessor.BOARD, Rating.AT_RISK, NOTE))
                    .then(new ActionAssessed(PLAN, ACTION, FEBRUARY_13, Assessor.BOARD, Rating.AT_RISK, NOTE));
            given(
                            agreed(),
                            assessed,
                            new ActionAssessed(PLAN, ACTION, FEBRUARY_13, Assessor.BOARD, Rating.ON_TRACK, null))
                    .when(command())
                    .thenNothingMore();
        }

        @Test
        void is_done_in_ones_own_role() {
            Map<Assessor, List<Actor>> allowed = Map.of(
                    Assessor.SELF, List.of(LEAD, EXECUTIVE),
                    Assessor.PMO, List.of(OFFICE),
                    Assessor.BOARD, List.of(BOARD),
                    Assessor.INDEPENDENT, List.of(OFFICE));
            for (Assessor assessor : Assessor.values()) {
                AssessAction command = new AssessAction(PLAN, ACTION, FEBRUARY_13, assessor, Rating.AT_RISK, NOTE);
                for (Actor actor : List.of(LEAD, EXECUTIVE, OFFICE, BOARD)) {
                    if (allowed.get(assessor).contains(actor)) {
                        given(agreed())
                                .when(actor, command)
                                .then(new ActionAssessed(PLAN, ACTION, FEBRUARY_13, assessor, Rating.AT_RISK, NOTE));
                    } else {
                        given(agreed()).when(actor, command).thenRefused("assessment.not-yours", assessor.name());
                    }
                }
            }
        }

        @Test
        void of_another_day_rating_or_note_is_recorded() {
            List<UnaryOperator<ActionAssessed>> changes = List.of(
                    a -> new ActionAssessed(PLAN, ACTION, TODAY, a.assessor(), a.rating(), a.note()),
                    a -> new ActionAssessed(PLAN, ACTION, a.effectiveOn(), a.assessor(), Rating.ON_TRACK, a.note()),
                    a -> new ActionAssessed(PLAN, ACTION, a.effectiveOn(), a.assessor(), a.rating(), null));
            for (UnaryOperator<ActionAssessed> change : changes) {
                ActionAssessed other = change.apply(assessed);
                given(agreed(), assessed)
                        .when(new AssessAction(
                                PLAN, ACTION, other.effectiveOn(), other.assessor(), other.rating(), other.note()))
                        .then(other);
            }
        }

        @Test
        void is_possible_once_delivered_but_not_once_ended() {
            given(agreed(), started(), delivered()).when(command()).then(assessed);
            given(agreed(), cancelled()).when(command()).thenRefused("action.ended");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(agreed())
                    .when(new AssessAction(PLAN, ACTION, TOMORROW, Assessor.PMO, Rating.ON_TRACK, null))
                    .thenRefused("effective-on.in-future");
        }
    }

    @Test
    void an_action_carries_its_plan_and_code_in_the_name_of_its_stream() {
        assertThat(new StartAction(PLAN, ACTION, null, null).stream()).isEqualTo("action:oxfordshire-pap/PA3-01");
    }

    private static ActionEvent[] events(ActionEvent... events) {
        return events;
    }
}

package org.paptracker.command.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Refused.because;
import static org.paptracker.command.action.Examples.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.command.action.ActionCommand.AgreeAction;
import org.paptracker.command.action.ActionCommand.ClaimCompletion;
import org.paptracker.command.action.ActionCommand.ReceiveAction;
import org.paptracker.command.action.ActionCommand.RecordProgress;
import org.paptracker.command.action.ActionCommand.TransferAction;
import org.paptracker.command.action.ActionCommand.VerifyCompletion;
import org.paptracker.command.platform.axon.Alongside;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.ShellFixture;
import org.paptracker.command.platform.axon.StreamChanged;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.plan.PlanState;

class ActionAggregateTest {
    private static final Map<String, Object> BY_LEAD = Map.of("actor", "lead-t1", "role", "WORKSTREAM_LEAD");
    private static final Map<String, Object> BY_BOARD = Map.of("actor", "board", "role", "BOARD");

    private final List<Command> asked = new ArrayList<>();
    private FixtureConfiguration<ActionAggregate> fixture;

    @BeforeEach
    void inThePlan() {
        fixture = ShellFixture.of(
                ActionAggregate.class,
                plan -> GivenContext.on(Scenario.TODAY)
                        .in(plan.equals(PLAN) ? plan(PlanState.PUBLISHED) : PlanTerms.FOLD.initial()));
        fixture.registerInjectableResource((Alongside) asked::add);
    }

    @Test
    void creates_what_does_not_exist_yet_under_the_terms_of_its_plan() {
        fixture.givenNoPriorActivity()
                .when(new AgreeAction(PLAN, ACTION, details()))
                .expectEvents(new ActionAgreed(PLAN, ACTION, details()))
                .expectResultMessagePayload(0L);
    }

    @Test
    void finds_no_terms_in_a_plan_that_does_not_exist() {
        fixture.givenNoPriorActivity()
                .when(new AgreeAction(OTHER_PLAN, ACTION, details()))
                .expectException(because("plan.unknown"))
                .expectExceptionMessage(
                        Matchers.matches(message -> message.toString().contains("no plan")));
    }

    @Test
    void records_all_that_was_decided_in_order() {
        fixture.given(agreed(), added())
                .when(new RecordProgress(
                        PLAN, ACTION, MILESTONE, null, NOTE, 10, null, null, null, null, null, null, null))
                .expectEvents(
                        new ActionStarted(PLAN, ACTION, TODAY, null),
                        new MilestoneProgressRecorded(
                                PLAN, ACTION, MILESTONE, TODAY, NOTE, 10, null, null, null, null, null, null, null))
                .expectResultMessagePayload(3L);
    }

    @Test
    void remembers_who_claimed_by_the_events_metadata() {
        GenericDomainEventMessage<?> claim =
                new GenericDomainEventMessage<>("action", "action:oxfordshire-pap/PA3-01", 3, claimed(), BY_LEAD);
        fixture.given(agreed(), started(), added(), claim)
                .when(new VerifyCompletion(PLAN, ACTION, MILESTONE, null, null), BY_LEAD)
                .expectException(because("milestone.claimant-cannot-verify"));
        fixture.given(agreed(), started(), added(), claim)
                .when(new VerifyCompletion(PLAN, ACTION, MILESTONE, null, null), BY_BOARD)
                .expectEvents(new CompletionVerified(PLAN, ACTION, MILESTONE, TODAY, null));
    }

    @Test
    void remembers_who_claimed_by_the_commands_metadata() {
        fixture.given(agreed(), started(), added())
                .andGivenCommands(new GenericCommandMessage<>(
                        new ClaimCompletion(PLAN, ACTION, MILESTONE, TODAY, NOTE, List.of(EVIDENCE), null), BY_LEAD))
                .when(new VerifyCompletion(PLAN, ACTION, MILESTONE, null, null), BY_BOARD)
                .expectEvents(new CompletionVerified(PLAN, ACTION, MILESTONE, TODAY, null));
    }

    @Test
    void asks_the_other_plan_to_take_what_is_transferred_and_once_only() {
        TransferAction transfer = new TransferAction(PLAN, ACTION, FEBRUARY_13, OTHER_PLAN, ACTION, AS_IT_IS, null);
        fixture.given(agreed(), started())
                .when(transfer)
                .expectEvents(transferred())
                .expectResultMessagePayload(2L);
        assertThat(asked).singleElement().isInstanceOfSatisfying(ReceiveAction.class, receive -> {
            assertThat(receive.stream()).isEqualTo("action:oxfordshire-plan-2/PA3-01");
            assertThat(receive.arrival().state()).isEqualTo(ActionState.IN_PROGRESS);
        });
        fixture.given(agreed(), started(), transferred())
                .when(transfer)
                .expectNoEvents()
                .expectResultMessagePayload(2L);
        assertThat(asked).hasSize(1);
    }

    @Test
    void is_not_changed_by_someone_who_saw_an_older_version() {
        fixture.given(agreed(), started())
                .when(new AgreeAction(PLAN, ACTION, titled("Other")), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }

    @Test
    void that_does_not_exist_has_no_version_to_match() {
        fixture.givenNoPriorActivity()
                .when(new AgreeAction(PLAN, ACTION, details()), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }
}

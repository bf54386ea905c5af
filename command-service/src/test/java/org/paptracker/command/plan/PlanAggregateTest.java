package org.paptracker.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Refused.because;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.plan.PlanCommand.ApprovePlan;
import org.paptracker.command.plan.PlanCommand.RegisterPlan;
import org.paptracker.command.platform.axon.Alongside;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.ShellFixture;
import org.paptracker.command.platform.axon.StreamChanged;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanType;

class PlanAggregateTest {
    private static final PlanId PLAN = new PlanId("oxfordshire-pap");

    private final List<Command> asked = new ArrayList<>();
    private FixtureConfiguration<PlanAggregate> fixture;

    @BeforeEach
    void lateInTheEvening() {
        // Half past midnight in London, while it is still yesterday in UTC.
        Clock clock = Clock.fixed(Instant.parse("2025-06-30T23:30:00Z"), ZoneOffset.UTC);
        fixture = ShellFixture.at(PlanAggregate.class, clock);
        fixture.registerInjectableResource((Alongside) asked::add);
    }

    private static PlanDetails details() {
        return new PlanDetails(
                "Plan",
                PlanType.PAP,
                "Oxfordshire",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void creates_what_does_not_exist_yet() {
        fixture.givenNoPriorActivity()
                .when(new RegisterPlan(PLAN, details()))
                .expectEvents(new PlanRegistered(PLAN, details()))
                .expectResultMessagePayload(0L);
    }

    @Test
    void answers_with_the_version_when_there_is_nothing_to_record() {
        fixture.given(new PlanRegistered(PLAN, details()))
                .when(new RegisterPlan(PLAN, details()))
                .expectNoEvents()
                .expectResultMessagePayload(0L);
    }

    @Test
    void takes_today_from_the_clock_in_london() {
        fixture.given(new PlanRegistered(PLAN, details()))
                .when(new ApprovePlan(PLAN, null, "DfE", null), Map.of("actor", "board"))
                .expectEvents(new PlanApproved(PLAN, BusinessDate.parse("2025-07-01"), "DfE", null))
                .expectResultMessagePayload(1L);
    }

    @Test
    void asks_the_successor_to_take_over_from_what_is_superseded_and_once_only() {
        PlanId next = new PlanId("next-plan");
        BusinessDate may = BusinessDate.parse("2025-05");
        PlanCommand.SupersedePlan supersede = new PlanCommand.SupersedePlan(PLAN, may, next, null);
        PlanRegistered registered = new PlanRegistered(PLAN, details());
        PlanApproved approved = new PlanApproved(PLAN, BusinessDate.parse("2025"), "DfE", null);
        PlanEvent.PlanSuperseded superseded = new PlanEvent.PlanSuperseded(PLAN, may, next, null);
        fixture.given(registered, approved).when(supersede).expectEvents(superseded);
        assertThat(asked).containsExactly(new PlanCommand.TakeOver(next, may, PLAN));
        fixture.given(registered, approved, superseded).when(supersede).expectNoEvents();
        assertThat(asked).hasSize(1);
    }

    @Test
    void lets_the_decider_refuse_what_does_not_exist() {
        fixture.givenNoPriorActivity()
                .when(new ApprovePlan(PLAN, null, "DfE", null))
                .expectException(Unknown.class)
                .expectNoEvents();
    }

    @Test
    void is_not_changed_by_someone_who_saw_an_older_version() {
        fixture.given(
                        new PlanRegistered(PLAN, details()),
                        new PlanApproved(PLAN, BusinessDate.parse("2025"), "X", null))
                .when(new ApprovePlan(PLAN, null, "DfE", null), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class)
                .expectExceptionMessage(
                        Matchers.matches(message -> message.toString().contains("version 1")));
    }

    @Test
    void is_changed_by_someone_who_saw_the_latest_version() {
        fixture.given(new PlanRegistered(PLAN, details()))
                .when(new ApprovePlan(PLAN, null, "DfE", null), Map.of("expectedVersion", 0L, "actor", "board"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void asks_for_the_version_before_it_judges_any_rule() {
        fixture.givenNoPriorActivity()
                .when(new ApprovePlan(PLAN, null, "DfE", null), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
        fixture.given(new PlanRegistered(PLAN, details()))
                .when(new PlanCommand.PublishPlan(PLAN, null, null))
                .expectException(because("plan.not-approved"));
    }
}

package org.paptracker.command.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Refused.because;
import static org.paptracker.command.decision.Examples.*;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.decision.DecisionCommand.DeferDecision;
import org.paptracker.command.decision.DecisionCommand.ImplementDecision;
import org.paptracker.command.decision.DecisionCommand.MakeDecision;
import org.paptracker.command.decision.DecisionCommand.SupersedeDecision;
import org.paptracker.command.platform.axon.CommandContextResolver;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.StreamChanged;
import org.paptracker.fold.Fold;
import org.paptracker.values.plan.PlanState;

class DecisionAggregateTest {
    private static final Map<String, Object> BY_BOARD = Map.of("actor", "board", "role", "BOARD");
    private static final Map<String, Object> BY_LEAD = Map.of("actor", "lead-t1", "role", "WORKSTREAM_LEAD");

    private FixtureConfiguration<DecisionAggregate> fixture;

    @BeforeEach
    void inThePlan() {
        fixture = new AggregateTestFixture<>(DecisionAggregate.class);
        fixture.registerInjectableResource(Clock.fixed(Instant.parse("2025-02-28T12:00:00Z"), ZoneOffset.UTC));
        fixture.registerParameterResolverFactory(new CommandContextResolver(plan -> plan(PlanState.PUBLISHED)));
    }

    @Test
    void creates_what_does_not_exist_yet() {
        fixture.givenNoPriorActivity()
                .when(new MakeDecision(PLAN, DECISION, details()), BY_BOARD)
                .expectEvents(made())
                .expectResultMessagePayload(0L);
    }

    @Test
    void knows_who_records_it() {
        fixture.givenNoPriorActivity()
                .when(
                        new MakeDecision(PLAN, DECISION, details("Own", JANUARY, null, "lead-t1", "SIAB", "PA5", "T1")),
                        BY_LEAD)
                .expectException(because("decision.proposer-cannot-decide"));
    }

    @Test
    void goes_through_its_life() {
        fixture.given(made())
                .when(new DeferDecision(PLAN, DECISION, FEBRUARY_13, MAY, REASON))
                .expectEvents(deferred());
        fixture.given(made(), deferred())
                .when(new ImplementDecision(PLAN, DECISION, FEBRUARY_13, NOTE))
                .expectEvents(implemented())
                .expectResultMessagePayload(2L);
        fixture.given(made())
                .when(new SupersedeDecision(PLAN, DECISION, FEBRUARY_13, OTHER, null))
                .expectEvents(superseded());
    }

    @Test
    void is_not_changed_by_who_saw_an_older_version() {
        fixture.given(made(), deferred())
                .when(new ImplementDecision(PLAN, DECISION, null, NOTE), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }

    @Test
    void handles_each_command_once() {
        Class<?>[] handled = Arrays.stream(DecisionAggregate.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Decides.class))
                .map(method -> method.getParameterTypes()[0])
                .toArray(Class<?>[]::new);
        assertThat(Fold.recordsOf(DecisionCommand.class)).containsExactlyInAnyOrder(handled);
    }
}

package org.paptracker.command.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Refused.because;
import static org.paptracker.command.risk.Examples.*;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.platform.axon.CommandContextResolver;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.axon.StreamChanged;
import org.paptracker.command.risk.RiskCommand.AcceptRisk;
import org.paptracker.command.risk.RiskCommand.CloseRisk;
import org.paptracker.command.risk.RiskCommand.EscalateRisk;
import org.paptracker.command.risk.RiskCommand.IdentifyRisk;
import org.paptracker.command.risk.RiskCommand.PlanMitigation;
import org.paptracker.command.risk.RiskCommand.ReturnRisk;
import org.paptracker.command.risk.RiskCommand.ScoreRisk;
import org.paptracker.fold.Fold;
import org.paptracker.values.plan.PlanState;

class RiskAggregateTest {
    private FixtureConfiguration<RiskAggregate> fixture;

    @BeforeEach
    void inThePlan() {
        fixture = new AggregateTestFixture<>(RiskAggregate.class);
        fixture.registerInjectableResource(Clock.fixed(Instant.parse("2025-02-28T12:00:00Z"), ZoneOffset.UTC));
        fixture.registerParameterResolverFactory(new CommandContextResolver(plan -> plan(PlanState.PUBLISHED)));
    }

    @Test
    void creates_what_does_not_exist_yet() {
        fixture.givenNoPriorActivity()
                .when(new IdentifyRisk(PLAN, RISK, details()))
                .expectEvents(identified())
                .expectResultMessagePayload(0L);
    }

    @Test
    void goes_through_its_life() {
        fixture.given(identified())
                .when(new ScoreRisk(PLAN, RISK, FEBRUARY_13, 4, 5, null))
                .expectEvents(scored());
        fixture.given(identified(), scored())
                .when(new PlanMitigation(PLAN, RISK, FEBRUARY_13, TEXT, DUE))
                .expectEvents(mitigated());
        fixture.given(identified(), mitigated())
                .when(new EscalateRisk(PLAN, RISK, FEBRUARY_13, BOARD, REASON))
                .expectEvents(escalated());
        fixture.given(identified(), mitigated(), escalated())
                .when(new ReturnRisk(PLAN, RISK, FEBRUARY_13, REASON))
                .expectEvents(returned())
                .expectResultMessagePayload(3L);
        fixture.given(identified())
                .when(new AcceptRisk(PLAN, RISK, FEBRUARY_13, REASON))
                .expectEvents(accepted());
        fixture.given(identified())
                .when(new CloseRisk(PLAN, RISK, FEBRUARY_13, REASON))
                .expectEvents(closed());
    }

    @Test
    void passes_on_what_the_decider_refuses() {
        fixture.given(identified())
                .when(new EscalateRisk(PLAN, RISK, null, BOARD, REASON))
                .expectException(because("risk.not-mitigated"));
    }

    @Test
    void is_not_changed_by_who_saw_an_older_version() {
        fixture.given(identified(), scored())
                .when(new CloseRisk(PLAN, RISK, null, REASON), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }

    @Test
    void handles_each_command_once() {
        Class<?>[] handled = Arrays.stream(RiskAggregate.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Decides.class))
                .map(method -> method.getParameterTypes()[0])
                .toArray(Class<?>[]::new);
        assertThat(Fold.recordsOf(RiskCommand.class)).containsExactlyInAnyOrder(handled);
    }
}

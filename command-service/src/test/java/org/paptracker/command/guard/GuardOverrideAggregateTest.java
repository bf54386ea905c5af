package org.paptracker.command.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Refused.because;
import static org.paptracker.command.guard.Examples.*;
import static org.paptracker.values.guard.PersonalDataKind.SMALL_COUNT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.platform.axon.CommandContextResolver;
import org.paptracker.command.platform.axon.Decides;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.fold.Fold;
import org.paptracker.values.plan.PlanState;

class GuardOverrideAggregateTest {
    private FixtureConfiguration<GuardOverrideAggregate> fixture;

    @BeforeEach
    void inThePlan() {
        fixture = new AggregateTestFixture<>(GuardOverrideAggregate.class);
        fixture.registerInjectableResource(Clock.fixed(Instant.parse("2025-02-28T12:00:00Z"), ZoneOffset.UTC));
        fixture.registerParameterResolverFactory(new CommandContextResolver(
                plan -> new PlanTerms(PlanState.PUBLISHED, Set.of(), Set.of(), Set.of(), Set.of(), Set.of())));
    }

    @Test
    void is_granted_and_used_once() {
        fixture.givenNoPriorActivity().when(grant(null, SMALL_COUNT)).expectEvents(granted());
        fixture.given(granted()).when(judge(COUNT)).expectNoEvents().expectResultMessagePayload(0L);
        fixture.given(granted()).when(use(COUNT)).expectEvents(used()).expectResultMessagePayload(1L);
        fixture.given(granted(), used()).when(use(COUNT)).expectException(because("guard-override.used"));
    }

    @Test
    void handles_each_command_once() {
        Class<?>[] handled = Arrays.stream(GuardOverrideAggregate.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Decides.class))
                .map(method -> method.getParameterTypes()[0])
                .toArray(Class<?>[]::new);
        assertThat(Fold.recordsOf(GuardOverrideCommand.class)).containsExactlyInAnyOrder(handled);
    }
}

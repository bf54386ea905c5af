package org.paptracker.command.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.Refused.because;
import static org.paptracker.command.voice.Examples.*;

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
import org.paptracker.command.voice.VoiceCommand.CloseVoice;
import org.paptracker.command.voice.VoiceCommand.HearVoice;
import org.paptracker.command.voice.VoiceCommand.RespondToVoice;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.fold.Fold;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanState;

class VoiceAggregateTest {
    private FixtureConfiguration<VoiceAggregate> fixture;

    @BeforeEach
    void inThePlan() {
        fixture = new AggregateTestFixture<>(VoiceAggregate.class);
        fixture.registerInjectableResource(Clock.fixed(Instant.parse("2025-02-28T12:00:00Z"), ZoneOffset.UTC));
        fixture.registerParameterResolverFactory(new CommandContextResolver(plan -> plan(PlanState.PUBLISHED)));
    }

    @Test
    void creates_what_does_not_exist_yet() {
        fixture.givenNoPriorActivity()
                .when(new HearVoice(PLAN, VOICE, details()))
                .expectEvents(heard())
                .expectResultMessagePayload(0L);
    }

    @Test
    void goes_through_its_life() {
        fixture.given(heard())
                .when(new RespondToVoice(PLAN, VOICE, null, WE_DID, codes(ActionCode::new)))
                .expectEvents(new VoiceResponded(PLAN, VOICE, TODAY, WE_DID, codes(ActionCode::new)))
                .expectResultMessagePayload(1L);
        fixture.given(heard(), responded())
                .when(new CloseVoice(PLAN, VOICE, null, OUTCOME, null))
                .expectEvents(new VoiceClosed(PLAN, VOICE, TODAY, OUTCOME, null))
                .expectResultMessagePayload(2L);
    }

    @Test
    void passes_on_what_the_decider_refuses() {
        fixture.given(heard())
                .when(new CloseVoice(PLAN, VOICE, null, OUTCOME, null))
                .expectException(because("voice.not-responded"));
    }

    @Test
    void is_not_changed_by_who_saw_an_older_version() {
        fixture.given(heard(), responded())
                .when(new CloseVoice(PLAN, VOICE, null, OUTCOME, null), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }

    @Test
    void handles_each_command_once() {
        Class<?>[] handled = Arrays.stream(VoiceAggregate.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Decides.class))
                .map(method -> method.getParameterTypes()[0])
                .toArray(Class<?>[]::new);
        assertThat(Fold.recordsOf(VoiceCommand.class)).containsExactlyInAnyOrder(handled);
    }
}

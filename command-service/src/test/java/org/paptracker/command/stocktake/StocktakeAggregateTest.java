package org.paptracker.command.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.stocktake.Examples.*;

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
import org.paptracker.command.stocktake.StocktakeCommand.CloseStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.FreezeStocktake;
import org.paptracker.command.stocktake.StocktakeCommand.ScheduleStocktake;
import org.paptracker.fold.Fold;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;

class StocktakeAggregateTest {
    private FixtureConfiguration<StocktakeAggregate> fixture;

    @BeforeEach
    void inThePlan() {
        fixture = new AggregateTestFixture<>(StocktakeAggregate.class);
        fixture.registerInjectableResource(Clock.fixed(Instant.parse("2025-02-28T12:00:00Z"), ZoneOffset.UTC));
        fixture.registerParameterResolverFactory(new CommandContextResolver(plan -> plan(PlanState.PUBLISHED)));
    }

    @Test
    void creates_what_does_not_exist_yet() {
        fixture.givenNoPriorActivity()
                .when(new ScheduleStocktake(PLAN, STOCKTAKE, titled("February stocktake")))
                .expectEvents(scheduled())
                .expectResultMessagePayload(0L);
    }

    @Test
    void goes_through_its_life() {
        fixture.given(scheduled())
                .when(new FreezeStocktake(PLAN, STOCKTAKE, FEBRUARY_13, null))
                .expectEvents(frozen());
        fixture.given(scheduled(), frozen())
                .when(feedback(
                        FeedbackStage.FORMAL,
                        said(FindingKind.FINDING, "Much work"),
                        said(FindingKind.RECOMMENDATION, "Evidence the impact")))
                .expectEvents(formal());
        fixture.given(scheduled(), frozen(), formal())
                .when(answer(2, Answer.ACCEPTED, "PA5-01"))
                .expectEvents(answered(2, Answer.ACCEPTED, "PA5-01"));
        fixture.given(scheduled(), frozen(), formal(), answered(2, Answer.ACCEPTED, "PA5-01"))
                .when(new CloseStocktake(PLAN, STOCKTAKE, null, null))
                .expectEvents(closed())
                .expectResultMessagePayload(4L);
    }

    @Test
    void is_not_changed_by_who_saw_an_older_version() {
        fixture.given(scheduled(), frozen())
                .when(feedback(FeedbackStage.INITIAL), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }

    @Test
    void handles_each_command_once() {
        Class<?>[] handled = Arrays.stream(StocktakeAggregate.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Decides.class))
                .map(method -> method.getParameterTypes()[0])
                .toArray(Class<?>[]::new);
        assertThat(Fold.recordsOf(StocktakeCommand.class)).containsExactlyInAnyOrder(handled);
    }
}

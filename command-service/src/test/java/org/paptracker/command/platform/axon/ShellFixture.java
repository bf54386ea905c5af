package org.paptracker.command.platform.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.GivenContext;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Places;
import org.paptracker.people.People;
import org.paptracker.values.plan.PlanId;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Axon's fixture, with commands sent as the service sends them. */
public final class ShellFixture {
    private ShellFixture() {}

    /** Decided in what is given, by the person whom the command's metadata names. */
    public static <A> FixtureConfiguration<A> of(Class<A> shell, Function<PlanId, GivenContext> context) {
        return with(shell, new Given(context));
    }

    /** On the day that the clock says, with nothing else in the log. */
    public static <A> FixtureConfiguration<A> at(Class<A> shell, Clock clock) {
        StaticListableBeanFactory nothing = new StaticListableBeanFactory();
        return with(
                shell,
                new CommandContextResolver(
                        nothing.getBeanProvider(EventStore.class),
                        nothing.getBeanProvider(Places.class),
                        nothing.getBeanProvider(LookAlikes.class),
                        nothing.getBeanProvider(People.class),
                        clock));
    }

    private static <A> FixtureConfiguration<A> with(Class<A> shell, ParameterResolverFactory context) {
        FixtureConfiguration<A> fixture = new AggregateTestFixture<>(shell);
        fixture.registerParameterResolverFactory(context);
        fixture.registerCommandDispatchInterceptor(messages ->
                (index, message) -> CommandMessages.of((Command) message.getPayload(), message.getMetaData()));
        return fixture;
    }

    private record Given(Function<PlanId, GivenContext> context)
            implements ParameterResolverFactory, ParameterResolver<Context> {
        @Override
        public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
            return parameters[index].getType() == Context.class ? this : null;
        }

        @Override
        public Context resolveParameterValue(Message<?> message) {
            return context.apply(((Command) message.getPayload()).plan())
                    .by(Sender.actor(message, UnaryOperator.identity()));
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof CommandMessage<?>;
        }
    }
}

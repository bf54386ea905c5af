package org.paptracker.command.platform.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.Streams;
import org.paptracker.fold.Provenance;
import org.paptracker.log.LogMetadata;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.Role;
import org.paptracker.values.plan.PlanId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hands to a command's handler, by type, what its decider needs beside state and command: who asks, how far that one's own
 * work reaches, and the plan's terms.
 */
@Component
public final class CommandContextResolver implements ParameterResolverFactory {
    private static final Caller OFFICE = new Caller("office", Role.PROGRAMME_OFFICE, null, Set.of());

    private final Function<PlanId, PlanTerms> terms;
    private final Function<String, DomainEventStream> streams;
    private final Function<Message<?>, Caller> caller;

    @Autowired
    CommandContextResolver(
            ObjectProvider<EventStore> events) { // a provider: Axon asks for resolvers before there is a store
        this.streams = stream -> events.getObject().readEvents(stream);
        this.terms = plan -> PlanTerms.FOLD.over(NamedInPlan.history(streams, Streams.of(plan), PlanEvent.class));
        this.caller = CommandContextResolver::caller;
    }

    /** Without a log, and for people whose work is the whole plan. */
    public CommandContextResolver(Function<PlanId, PlanTerms> terms) {
        this.terms = terms;
        this.streams = stream -> DomainEventStream.empty();
        this.caller = message -> OFFICE;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        Class<?> type = parameters[index].getType();
        if (type == Actor.class) return new OfCommand<>(CommandContextResolver::actor);
        if (type == PlanTerms.class) return new OfCommand<>(message -> termsInThisUnit(plan(message)));
        if (type == WriteAccess.class) return new OfCommand<>(this::access);
        return null;
    }

    /** Commands that are recorded together are judged by one and the same plan, read once. */
    PlanTerms termsInThisUnit(PlanId plan) {
        return onceInThisUnit("plan-terms:" + plan, PlanTerms.class, () -> terms.apply(plan));
    }

    static <T> T onceInThisUnit(String what, Class<T> type, Supplier<T> reading) {
        Map<String, Object> resources = CurrentUnitOfWork.get().root().resources();
        String key = "org.paptracker." + what;
        Object known = resources.get(key);
        if (type.isInstance(known)) return type.cast(known);
        T read = reading.get(); // not while it is put there: reading leaves resources of its own
        resources.put(key, read);
        return read;
    }

    /** As the plan's stream has them now. */
    public PlanTerms terms(PlanId plan) {
        return terms.apply(plan);
    }

    private WriteAccess access(Message<?> message) {
        PlanId plan = plan(message);
        return new WriteAccess(caller.apply(message), new NamedInPlan(plan, streams, () -> termsInThisUnit(plan)));
    }

    private static Actor actor(Message<?> message) {
        Provenance provenance = LogMetadata.provenance(message.getMetaData());
        return new Actor(provenance.actor(), provenance.role(), provenance.organisation());
    }

    /** Whoever has no role here, or none that is known, is nobody. */
    private static Caller caller(Message<?> message) {
        Provenance by = LogMetadata.provenance(message.getMetaData());
        Role role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(by.role()))
                .findFirst()
                .orElse(Role.ANONYMOUS);
        Object themes = message.getMetaData().get(Commands.THEMES);
        Set<String> own = themes instanceof Collection<?> codes
                ? codes.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new Caller(by.actor(), role, by.organisation(), own);
    }

    private static PlanId plan(Message<?> message) {
        return ((Command) message.getPayload()).plan();
    }

    private record OfCommand<T>(Function<Message<?>, T> value) implements ParameterResolver<T> {
        @Override
        public T resolveParameterValue(Message<?> message) {
            return value.apply(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof CommandMessage<?>;
        }
    }
}

package org.paptracker.command.platform.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import org.paptracker.events.PlanEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.Recordings;
import org.paptracker.values.PlanId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Hands to a command's handler, by type, what its decider needs beside state and command: who asks, and the plan's terms. */
@Component
public final class Circumstances implements ParameterResolverFactory {
    private final Function<PlanId, PlanTerms> terms;

    @Autowired
    Circumstances(ObjectProvider<EventStore> events) { // a provider: Axon asks for resolvers before there is a store
        this(plan -> terms(events.getObject(), plan));
    }

    public Circumstances(Function<PlanId, PlanTerms> terms) {
        this.terms = terms;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        Class<?> type = parameters[index].getType();
        if (type == Actor.class) return new OfCommand<>(Circumstances::actor);
        if (type == PlanTerms.class) return new OfCommand<>(message -> termsInThisUnit(plan(message)));
        return null;
    }

    /** Commands that are recorded together are judged by one and the same plan, read once. */
    PlanTerms termsInThisUnit(PlanId plan) {
        Map<String, Object> resources = CurrentUnitOfWork.get().root().resources();
        String key = "org.paptracker.plan-terms:" + plan;
        if (resources.get(key) instanceof PlanTerms read) return read;
        PlanTerms read = terms.apply(plan); // not while it is put there: reading leaves resources of its own
        resources.put(key, read);
        return read;
    }

    /** As the plan's stream has them now. */
    public PlanTerms terms(PlanId plan) {
        return terms.apply(plan);
    }

    private static Actor actor(Message<?> message) {
        Provenance provenance = LogMetadata.provenance(message.getMetaData());
        return new Actor(provenance.actor(), provenance.role(), provenance.organisation());
    }

    private static PlanId plan(Message<?> message) {
        return ((Command) message.getPayload()).plan();
    }

    private static PlanTerms terms(EventStore events, PlanId plan) {
        DomainEventStream stream = events.readEvents("plan:" + plan);
        List<Recorded<PlanEvent>> history = new ArrayList<>();
        stream.forEachRemaining(message -> history.add(Recordings.of(message).as(PlanEvent.class)));
        return PlanTerms.FOLD.over(history);
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

package org.paptracker.command.platform.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Places;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.Streams;
import org.paptracker.log.LogMetadata;
import org.paptracker.people.People;
import org.paptracker.people.Pseudonym;
import org.paptracker.values.London;
import org.paptracker.values.plan.PlanId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands to a command's handler what its rule is decided in. */
@Component
public final class CommandContextResolver implements ParameterResolverFactory {
    private final Function<String, DomainEventStream> streams;
    private final ObjectProvider<Places> places;
    private final ObjectProvider<LookAlikes> alike;
    private final ObjectProvider<People> people;
    private final Clock clock;

    /** Providers: Axon asks for resolvers before there is a store. */
    CommandContextResolver(
            ObjectProvider<EventStore> events,
            ObjectProvider<Places> places,
            ObjectProvider<LookAlikes> alike,
            ObjectProvider<People> people,
            Clock clock) {
        this.streams = stream -> events.getObject().readEvents(stream, 0); // all of it, and not what was made of it
        this.places = places;
        this.alike = alike;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        return parameters[index].getType() == Context.class ? new OfCommand(this::context) : null;
    }

    /** Commands that are recorded together are judged by one and the same plan, read once. */
    PlanTerms termsInThisUnit(PlanId plan) {
        return onceInThisUnit("plan-terms:" + plan, PlanTerms.class, () -> terms(plan));
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
        return PlanTerms.FOLD.over(NamedInPlan.history(streams, Streams.of(plan), PlanEvent.class));
    }

    private Context context(Message<?> message) {
        PlanId plan = ((Command) message.getPayload()).plan();
        NamedInPlan named = new NamedInPlan(plan, streams, () -> termsInThisUnit(plan));
        Actor actor = actorInThisUnit(message);
        WriteAccess access = new WriteAccess(Sender.caller(message), actor, named);
        return new OfUnit(
                actor,
                London.today(clock),
                named.terms(),
                access,
                places::getObject,
                (begun, decided) -> alike.ifAvailable(there -> there.requireUnlike(begun, decided, access, streams)));
    }

    /** One request is one person's: what they are called now is read once for all that is recorded together. */
    private Actor actorInThisUnit(Message<?> message) {
        String person = LogMetadata.provenance(message.getMetaData()).actor();
        return onceInThisUnit("actor:" + person, Actor.class, () -> Sender.actor(message, this::name));
    }

    /** Logs from before the directory hold names. Somebody who took several steps is looked up once. */
    private String name(String recorded) {
        if (!Pseudonym.is(recorded)) return recorded;
        return onceInThisUnit("name:" + recorded, String.class, () -> {
            People.Person person = people.getObject().person(recorded);
            return person == null ? recorded : person.name();
        });
    }

    /** {@link Context#requireUnlike}. */
    @FunctionalInterface
    private interface Unlike {
        void require(@Nullable String begun, List<? extends DomainEvent> decided);
    }

    private record OfUnit(
            Actor actor,
            LocalDate today,
            Supplier<PlanTerms> terms,
            WriteAccess access,
            Supplier<Places> words,
            Unlike unlike)
            implements Context {
        @Override
        public void requireUnlike(@Nullable String begun, List<? extends DomainEvent> decided) {
            unlike.require(begun, decided);
        }

        @Override
        public PlanTerms plan() {
            return terms.get();
        }

        @Override
        public Places places() {
            return words.get();
        }
    }

    private record OfCommand(Function<Message<?>, Context> context) implements ParameterResolver<Context> {
        @Override
        public Context resolveParameterValue(Message<?> message) {
            return context.apply(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof CommandMessage<?>;
        }
    }
}

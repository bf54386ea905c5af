package org.paptracker.platform.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Finds by stream what a unit of work has published and not yet appended. Axon's own compares every such event with
 * every other one each time a stream is read; an import publishes thousands before it appends any. ADR 10.
 */
final class StagingEventStore extends EmbeddedEventStore {
    private static final String STAGED = "org.paptracker.store.staged";

    StagingEventStore(Builder builder) {
        super(builder);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        super.publish(events);
        CurrentUnitOfWork.ifStarted(unit -> {
            for (EventMessage<?> event : events) {
                if (event instanceof DomainEventMessage<?> ofStream) stage(unit, ofStream);
            }
        });
    }

    private static void stage(UnitOfWork<?> unit, DomainEventMessage<?> event) {
        List<DomainEventMessage<?>> stream =
                staged(unit).computeIfAbsent(event.getAggregateIdentifier(), key -> new ArrayList<>());
        stream.add(event);
        unit.onRollback(rolledBack -> stream.remove(event));
    }

    /** Kept at the root: a nested unit sees what those before it have left. */
    private static Map<String, List<DomainEventMessage<?>>> staged(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(STAGED, key -> new HashMap<>());
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String stream) {
        if (!CurrentUnitOfWork.isStarted()) return Stream.empty();
        return List.copyOf(staged(CurrentUnitOfWork.get()).getOrDefault(stream, List.of())).stream();
    }
}

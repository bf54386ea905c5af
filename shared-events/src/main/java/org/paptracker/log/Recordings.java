package org.paptracker.log;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;

/** From Axon's messages to what a fold takes. */
public final class Recordings {
    private Recordings() {}

    /**
     * What a message says was recorded. Its position is 0 if the message was not read from the log's order. An event
     * of no aggregate stands alone, in a stream named by its own id.
     *
     * @throws UnreadableEvent if it holds no event of the domain
     */
    public static Recorded<DomainEvent> of(EventMessage<?> message) {
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> inStream ? inStream : null;
        return new Recorded<>(
                position(message),
                message.getIdentifier(),
                message.getTimestamp(),
                domain == null ? message.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                LogMetadata.provenance(message.getMetaData()),
                event(message));
    }

    private static long position(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }

    private static DomainEvent event(EventMessage<?> message) {
        try {
            Object payload = message.getPayload();
            if (payload instanceof DomainEvent event) return event;
            String name = payload instanceof UnknownSerializedType unknown
                    ? unknown.serializedType().getName()
                    : message.getPayloadType().getName();
            throw new UnreadableEvent(position(message), name, null);
        } catch (SerializationException e) {
            String name = EventNames.of(message.getPayloadType());
            throw new UnreadableEvent(
                    position(message), name == null ? message.getPayloadType().getName() : name, e);
        }
    }
}

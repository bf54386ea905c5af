package org.paptracker.log;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
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

    /** Where in the log a message was read from; 0 if it was not read from the log's order. */
    public static long position(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }

    private static DomainEvent event(EventMessage<?> message) {
        try {
            Object payload = message.getPayload();
            if (payload instanceof DomainEvent event) return event;
            throw unreadable(message);
        } catch (SerializationException e) {
            throw new UnreadableEvent(position(message), name(message), null, e);
        }
    }

    /** What to throw for a message that holds no event of the domain. */
    public static UnreadableEvent unreadable(EventMessage<?> message) {
        return new UnreadableEvent(position(message), name(message), revision(message), null);
    }

    /** The name that a message's event was recorded under, whether or not this version knows it. */
    public static String name(EventMessage<?> message) {
        Class<?> type = message.getPayloadType();
        if (type == UnknownSerializedType.class) return recorded(message).getName();
        String name = EventNames.of(type);
        return name == null ? type.getName() : name;
    }

    private static @Nullable String revision(EventMessage<?> message) {
        return message.getPayloadType() == UnknownSerializedType.class
                ? recorded(message).getRevision()
                : null;
    }

    private static SerializedType recorded(EventMessage<?> unknown) {
        return ((UnknownSerializedType) unknown.getPayload()).serializedType();
    }
}

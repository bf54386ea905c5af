package org.paptracker.query.platform.projection;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEventEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.EventMessageDeadLetterMongoConverter;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.Recordings;

/**
 * A dead letter says where its event stands in the log and what it is called, not what it holds. So no text outlives
 * its erasure here, and a later version that can read the event gets it as it was recorded.
 */
final class LetterToTheLog extends EventMessageDeadLetterMongoConverter {
    private final MongoEventLog log;

    LetterToTheLog(MongoEventLog log) {
        this.log = log;
    }

    @Override
    public DeadLetterEventEntry convert(EventMessage<?> message, Serializer serializer) {
        TrackingToken token = new GlobalSequenceTrackingToken(Recordings.position(message));
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> inStream ? inStream : null;
        return super.convert(
                new GenericTrackedDomainEventMessage<>(
                        token,
                        domain == null ? null : domain.getType(),
                        domain == null ? null : domain.getAggregateIdentifier(),
                        domain == null ? 0 : domain.getSequenceNumber(),
                        new GenericMessage<>(
                                message.getIdentifier(), Recordings.name(message), MetaData.emptyInstance()),
                        message::getTimestamp),
                serializer);
    }

    @Override
    public EventMessage<?> convert(DeadLetterEventEntry entry, Serializer serializer) {
        long position = Optional.ofNullable(super.convert(entry, serializer))
                .map(Recordings::position)
                .orElse(0L);
        try (var following = log.readEvents(new GlobalSequenceTrackingToken(position - 1), false)) {
            TrackedEventMessage<?> event = following.findFirst().orElseThrow();
            if (event.getIdentifier().equals(entry.getEventIdentifier())) return event;
            throw new IllegalStateException("Another event stands at position " + position);
        }
    }
}

package org.paptracker.log;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** An entry of the log in the shapes that Axon reads. The time it carries is the commit's {@code recordedAt}. */
record StoredEvent(
        String getEventIdentifier,
        Instant getTimestamp,
        SerializedObject<String> getPayload,
        SerializedObject<String> getMetaData,
        TrackingToken trackingToken)
        implements TrackedEventData<String> {

    static TrackedEventData<?> tracked(Commit commit, Commit.Entry entry) {
        TrackingToken token = new GlobalSequenceTrackingToken(commit.positionOf(entry));
        if (entry.stream() != null) return new TrackedDomainEventData<>(token, domain(commit, entry));
        return new StoredEvent(
                entry.id(),
                commit.recordedAt(),
                new SimpleSerializedObject<>(commit.payload(entry), String.class, entry.type(), entry.revision()),
                new SerializedMetaData<>(entry.metadata(), String.class),
                token);
    }

    static DomainEventData<String> domain(Commit commit, Commit.Entry entry) {
        return new GenericDomainEventEntry<>(
                entry.streamType(),
                entry.stream(),
                entry.sequence(),
                entry.id(),
                commit.recordedAt(),
                entry.type(),
                entry.revision(),
                commit.payload(entry),
                entry.metadata());
    }
}

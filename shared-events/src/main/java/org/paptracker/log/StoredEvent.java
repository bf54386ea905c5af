package org.paptracker.log;

import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

    /** The entries of a commit that follow {@code position}, in order. */
    static Stream<TrackedEventData<?>> after(long position, Commit commit) {
        return LongStream.rangeClosed(Math.max(position + 1, commit.first()), commit.position())
                .mapToObj(at -> at(at, commit));
    }

    private static TrackedEventData<?> at(long position, Commit commit) {
        Commit.Entry entry = commit.at(position);
        if (entry.stream() != null) return inStream(position, commit);
        TrackingToken token = new GlobalSequenceTrackingToken(position);
        return new StoredEvent(
                entry.id(),
                commit.recordedAt(),
                new SimpleSerializedObject<>(commit.payload(entry), String.class, entry.type(), entry.revision()),
                new SerializedMetaData<>(commit.metadata(entry), String.class),
                token);
    }

    /** The entry at {@code position}, which must be of a stream. */
    static TrackedDomainEventData<String> inStream(long position, Commit commit) {
        Commit.Entry entry = commit.at(position);
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventEntry<>(
                        entry.streamType(),
                        entry.stream(),
                        entry.sequence(),
                        entry.id(),
                        commit.recordedAt(),
                        entry.type(),
                        entry.revision(),
                        commit.payload(entry),
                        commit.metadata(entry)));
    }
}

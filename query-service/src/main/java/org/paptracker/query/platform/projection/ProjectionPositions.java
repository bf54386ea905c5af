package org.paptracker.query.platform.projection;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.springframework.stereotype.Component;

/** How far each projection has come, whichever process of the service runs it. */
@Component
public class ProjectionPositions {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(5).toNanos();

    private final Projections projections;
    private final EventProcessingConfiguration processing;
    private final MongoCollection<Document> tokens;
    private final Serializer serializer;
    private final LogTail tail;

    ProjectionPositions(
            Projections projections,
            EventProcessingConfiguration processing,
            MongoTemplate collections,
            Serializer serializer,
            LogTail tail) {
        this.projections = projections;
        this.processing = processing;
        tokens = collections.trackingTokensCollection();
        this.serializer = serializer;
        this.tail = tail;
    }

    /** Position of the last event that the projection has taken in; 0 before the first. */
    public long position(String projection) {
        return here(projection).orElseGet(() -> stored(projection));
    }

    /** The same, if it is this process that takes in events for the projection. */
    public OptionalLong here(String projection) {
        return processing.eventProcessor(projection, PooledStreamingEventProcessor.class).stream()
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToLong(ProjectionPositions::position)
                .min();
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(0);
    }

    /** As another process last stored it: up to some seconds old while nothing happens that the projection cares for. */
    private long stored(String projection) {
        long least = Long.MAX_VALUE;
        for (Document document : tokens.find(new Document("processorName", projection))) {
            Binary data = document.get("token", Binary.class);
            if (data == null) return 0;
            TrackingToken token = serializer.deserialize(
                    new SimpleSerializedObject<>(data.getData(), byte[].class, document.getString("tokenType"), null));
            least = Math.min(least, token == null ? 0 : token.position().orElse(0));
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }

    /** Position of the projection that is furthest behind. */
    public long least() {
        return all().stream().mapToLong(position -> position).min().orElse(0);
    }

    /** Position of each projection. */
    public List<Long> all() {
        return projections.all().stream().map(this::position).toList();
    }

    /**
     * Waits until every projection has come to {@code position}, some seconds at most.
     *
     * @throws Refused {@code view.behind} if that takes longer
     */
    public void require(long position) {
        if (await(position, LONGEST_WAIT)) return;
        throw new Refused(Problem.of(
                503, "view.behind", "The views have not caught up with that position yet. Please ask again."));
    }

    /** Waits until every projection has come to {@code position}; false if that takes longer than {@code most}. */
    public boolean await(long position, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        if (least() < position) tail.lookFor(position);
        while (least() < position) {
            if (System.nanoTime() - deadline > 0) return false;
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return true;
    }
}

package org.paptracker.query.platform.projection;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.paptracker.log.MongoEventLog;
import org.springframework.stereotype.Component;

/** Begins rebuilds of projections. */
@Component
public class ShadowRebuilds {
    private final EventProcessingConfiguration processing;
    private final MongoDatabase database;
    private final MongoEventLog log;
    private final LetterGroups letters;

    ShadowRebuilds(
            EventProcessingConfiguration processing, MongoDatabase database, MongoEventLog log, LetterGroups letters) {
        this.processing = processing;
        this.database = database;
        this.log = log;
        this.letters = letters;
    }

    /** @param collection an empty one, for the new documents; its name is that of their dead letters too */
    public ShadowRebuild begin(String projection, String collection) {
        database.getCollection(collection).createIndex(Indexes.ascending("plan"));
        DeadLetteringEventHandlerInvoker handlers = DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(invoker(projection).eventHandlers())
                .queue(letters.of(collection))
                .enqueuePolicy(LetterGroups::enqueue)
                .transactionManager(NoTransactionManager.instance())
                .enableSequenceIdentifierCache()
                .build();
        return new ShadowRebuild(new ShadowCollection(projection, collection), handlers, log, ProjectionConfig.BATCH);
    }

    /** After other letters have become the projection's own: lets it forget which streams had some. */
    public void otherLetters(String projection) {
        invoker(projection).segmentReleased(Segment.ROOT_SEGMENT);
    }

    private DeadLetteringEventHandlerInvoker invoker(String projection) {
        return (DeadLetteringEventHandlerInvoker)
                processing.sequencedDeadLetterProcessor(projection).orElseThrow();
    }

    /** Drops documents that do not count, and their dead letters. */
    public void drop(String collection) {
        database.getCollection(collection).drop();
        letters.of(collection).clear();
    }
}

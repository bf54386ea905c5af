package org.paptracker.query.platform.projection;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.Scrubber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** One pooled streaming processor a projection, on one segment: each view has one writer and sees the log's order. */
@org.springframework.context.annotation.Configuration
class ProjectionConfig {
    static final int BATCH = 1_000; // Axon hands over no more than 1,024 at once
    private static final int CLAIM_AGAIN_AFTER_MS = 1_000;
    private static final Duration CLAIM_LASTS = Duration.ofSeconds(10);

    @Bean
    MongoTemplate axonCollections(MongoDatabase database) {
        return DefaultMongoTemplate.builder().mongoDatabase(database).build();
    }

    /** It names the one collection that is there as soon as there is a view. The log's is not this service's to write. */
    @Bean
    Scrubber scrubber(MongoDatabase database, MongoTemplate collections) {
        String own = collections.trackingTokensCollection().getNamespace().getCollectionName();
        return new Scrubber(database, own);
    }

    /**
     * On the embedded store there is one query-service, so after a crash it takes its tokens up again at once: the name
     * is always the same. On MongoDB each start has a name of its own: machines may be called alike, and so may processes.
     */
    @Bean
    TokenStore tokenStore(MongoTemplate collections, Serializer serializer, @Value("${pap.mongodb-uri}") String uri) {
        return new HeldTokens(MongoTokenStore.builder()
                .mongoTemplate(collections)
                .serializer(serializer)
                .claimTimeout(CLAIM_LASTS)
                .nodeId(uri.isEmpty() ? "query-service" : UUID.randomUUID().toString()));
    }

    @Bean
    LogTail logTail(MongoEventLog log) {
        return new LogTail(log);
    }

    @Bean
    ConfigurerModule processors(
            Projections projections, LogTail tail, MongoDatabase database, LetterGroups letters, Writers writers) {
        return axon -> axon.eventProcessing(processing -> {
            for (String projection : projections.all()) {
                processing.registerPooledStreamingEventProcessor(
                        projection,
                        configuration -> tail,
                        (configuration, processor) -> processor
                                .coordinatorExecutor(thread(configuration, projection + "-coordinator"))
                                .workerExecutor(writer(configuration, writers, projection))
                                .initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .tokenClaimInterval(CLAIM_AGAIN_AFTER_MS)
                                .batchSize(BATCH));
                // Axon's would be a family of metrics for each view, and time every event for each. Ours have labels.
                processing.registerMessageMonitor(projection, configuration -> NoOpMessageMonitor.instance());
                processing.registerHandlerInterceptor(projection, configuration -> (unit, chain) -> {
                    Object result = chain.proceed();
                    writers.succeeded(projection);
                    return result;
                });
                processing.registerHandlerInterceptor(projection, configuration -> new Batch.WriteAtTheEnd());
                processing.registerErrorHandler(projection, configuration -> failure -> {
                    writers.failed(projection, failure.error());
                    PropagatingErrorHandler.instance().handleError(failure);
                });
                processing.registerDeadLetterQueue(
                        projection,
                        configuration -> new CurrentLetters(new Documents(database, projection), letters::of));
                processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                        projection,
                        (configuration, invoker) -> invoker.enqueuePolicy(LetterGroups::enqueue)
                                // A replay meets every event again: what was parked before it must not stand in its
                                // way.
                                .allowReset(true)
                                // Else the queue would be asked before every event, and it is nearly always empty.
                                .enableSequenceIdentifierCache());
            }
        });
    }

    private static ScheduledExecutorService writer(Configuration axon, Writers writers, String projection) {
        ScheduledExecutorService executor = writers.thread(projection);
        axon.onShutdown(executor::shutdown);
        return executor;
    }

    private static ScheduledExecutorService thread(Configuration axon, String name) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory(name));
        axon.onShutdown(executor::shutdown);
        return executor;
    }
}

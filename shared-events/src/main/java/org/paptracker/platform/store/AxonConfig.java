package org.paptracker.platform.store;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.micrometer.MetricsConfigurerModule;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.MongoEventLog;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What Axon's own configuration would get wrong here. */
@org.springframework.context.annotation.Configuration
class AxonConfig {
    private static final long LOOK_FOR_NEWS_EVERY_MS = 50;

    /** Axon's own would look for news once a second; asking this log costs one exact key. */
    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(MongoEventLog log, Configuration axon) {
        return new StagingEventStore(EmbeddedEventStore.builder()
                .storageEngine(log)
                .fetchDelay(LOOK_FOR_NEWS_EVERY_MS)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
    }

    /** Tokens nest tokens, which needs typing: of Axon's own types only. */
    @Bean
    Jackson3SerializerCustomizer tokenTypes() {
        return mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build());
    }

    /** An event says who, and from what; not which message in this process caused it. */
    @Bean
    CorrelationDataProvider provenanceOnly() {
        return LogMetadata::recordable;
    }

    // Axon's own metrics configuration looks for Boot's registry too early and makes a spare one.

    @Bean
    GlobalMetricRegistry axonMetrics(MeterRegistry registry) {
        return new GlobalMetricRegistry(registry);
    }

    @Bean
    MetricsConfigurerModule axonMetricsModule(GlobalMetricRegistry metrics) {
        return new MetricsConfigurerModule(metrics);
    }
}

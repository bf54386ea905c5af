package org.paptracker.platform.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.paptracker.log.MongoEventLog;
import org.springframework.context.annotation.Configuration;

/** The log as a number, on both services. */
@Configuration
class LogMetrics {
    LogMetrics(MeterRegistry registry, MongoEventLog log, StoreWatch watch) {
        Gauge.builder("pap.log.position", watch.<Number>keep(0L, log::position))
                .description("Position of the last event in the log: how many there are")
                .register(registry);
    }
}

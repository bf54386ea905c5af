package org.paptracker.platform.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.paptracker.log.MongoEventLog;
import org.springframework.context.annotation.Configuration;

/** The log as a number, on both services. */
@Configuration
class LogMetrics {
    LogMetrics(MeterRegistry registry, MongoEventLog log) {
        Gauge.builder("pap.log.position", log, MongoEventLog::position)
                .description("Position of the last event in the log: how many there are")
                .register(registry);
    }
}

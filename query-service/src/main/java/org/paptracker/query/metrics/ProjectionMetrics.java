package org.paptracker.query.metrics;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.bson.Document;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.query.platform.projection.Documents;
import org.paptracker.query.platform.projection.ProjectionPositions;
import org.paptracker.query.platform.projection.Projections;
import org.springframework.stereotype.Component;

/** How far the views are behind the log, and what they could not take in. Asked for at each scrape. */
@Component
class ProjectionMetrics {
    private final LogReader log;
    private final ProjectionPositions positions;
    private final MongoCollection<Document> deadLetters;
    private final Clock clock;

    ProjectionMetrics(
            MeterRegistry registry,
            LogReader log,
            Projections projections,
            ProjectionPositions positions,
            MongoTemplate collections,
            MongoDatabase database,
            Clock clock) {
        this.log = log;
        this.positions = positions;
        this.clock = clock;
        deadLetters = collections.deadLetterCollection();
        for (String projection : projections.all()) {
            Documents documents = new Documents(database, projection);
            Gauge.builder("pap.projection.position", () -> positions.position(projection))
                    .description("Position of the last event the projection has taken in")
                    .tag("projection", projection)
                    .register(registry);
            Gauge.builder("pap.projection.lag", () -> log.position() - positions.position(projection))
                    .description("Events the projection has still to take in")
                    .tag("projection", projection)
                    .register(registry);
            Gauge.builder("pap.projection.lag.seconds", () -> secondsBehind(projection))
                    .description("Age of the oldest event the projection has still to take in; 0 if there is none")
                    .tag("projection", projection)
                    .register(registry);
            Gauge.builder("pap.dead.letters", () -> parked(documents))
                    .description("Events the projection could not take in, and those parked behind them")
                    .tag("projection", projection)
                    .register(registry);
        }
    }

    private double secondsBehind(String projection) {
        List<Recorded<DomainEvent>> next = log.after(positions.position(projection), 1);
        if (next.isEmpty()) return 0;
        return Math.max(
                0, Duration.between(next.get(0).recordedAt(), clock.instant()).toMillis() / 1000.0);
    }

    private long parked(Documents documents) {
        return deadLetters.countDocuments(new Document("processingGroup", documents.name()));
    }
}

package org.paptracker.query.operations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.paptracker.people.People;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.Role;
import org.paptracker.query.operations.Operation.Outcome;
import org.paptracker.query.operations.Operation.What;
import org.paptracker.query.platform.projection.Names;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.query.platform.projection.WhoIn;
import org.paptracker.query.platform.web.Cursor;
import org.paptracker.query.platform.web.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who did what to the projections, and why. Each is written down before anything is done; how it ended is added once;
 * nothing else is ever changed. Not in the log: nothing of it happened to a plan. ADR 19.
 */
@Component
class Operations {
    static final String COLLECTION = "operations";
    private static final Logger LOG = LoggerFactory.getLogger("org.paptracker.operations");

    private final MongoCollection<Document> stored;
    private final People people;
    private final Names names;
    private final Clock clock;

    Operations(MongoDatabase database, People people, Names names, Clock clock) {
        stored = database.getCollection(COLLECTION);
        this.people = people;
        this.names = names;
        this.clock = clock;
    }

    /** @param documents the collection that it is done to */
    Operation begin(
            What what, String projection, @Nullable Long position, Asked asked, Caller caller, String documents) {
        Instant now = now();
        Operation operation = new Operation(
                "%013d-%s"
                        .formatted(
                                now.toEpochMilli(), UUID.randomUUID().toString().substring(0, 8)),
                now,
                new Who(person(caller), caller.role().name(), null, null, 0),
                caller.role(),
                what,
                projection,
                position,
                asked.checked(),
                asked.reference(),
                Outcome.ASKED,
                null);
        stored.insertOne(document(operation).append("documents", documents));
        LOG.info(
                "operation={} what={} projection={} position={} by={} role={} reason={} reference={} outcome=ASKED",
                operation.id(),
                what,
                projection,
                position,
                caller.name(),
                caller.role(),
                operation.reason(),
                operation.reference());
        return operation;
    }

    /** Somebody who never recorded anything in the log has no pseudonym, and this service gives none. ADR 25. */
    private String person(Caller caller) {
        String known = people.known(caller.subject());
        return known == null ? caller.name() : known;
    }

    void end(String id, Outcome outcome) {
        stored.updateOne(
                new Document("_id", id).append("outcome", Outcome.ASKED.name()),
                new Document("$set", new Document("outcome", outcome.name()).append("endedAt", Date.from(now()))));
        LOG.info("operation={} outcome={}", id, outcome);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The newest first. */
    Page<Operation> page(@Nullable String before, int limit) {
        Page.checkLimit(limit);
        Document older = before == null ? new Document() : new Document("_id", new Document("$lt", before));
        List<Operation> found = stored.find(older)
                .sort(new Document("_id", -1))
                .limit(limit + 1)
                .map(Operations::operation)
                .into(new ArrayList<>());
        List<Operation> told = WhoIn.each(found, names.of(true)); // nobody else may ask
        if (told.size() <= limit) return new Page<>(told, null);
        return new Page<>(
                List.copyOf(told.subList(0, limit)),
                new Cursor("", told.get(limit - 1).id()).encoded());
    }

    /** How many events were skipped, or may have been, of what each collection is made of; without those of none. */
    Map<String, Long> skipped() {
        Map<String, Long> skipped = new HashMap<>();
        Document skips =
                new Document("what", What.SKIP.name()).append("outcome", new Document("$ne", Outcome.NOT_DONE.name()));
        for (Document skip : stored.find(skips).projection(new Document("documents", 1))) {
            skipped.merge(skip.getString("documents"), 1L, Long::sum);
        }
        return skipped;
    }

    private static Document document(Operation operation) {
        Document document = new Document("_id", operation.id())
                .append("at", Date.from(operation.at()))
                .append("by", operation.by().person())
                .append("role", operation.role().name())
                .append("what", operation.what().name())
                .append("projection", operation.projection());
        if (operation.position() != null) document.append("position", operation.position());
        document.append("reason", operation.reason().name());
        if (operation.reference() != null) document.append("reference", operation.reference());
        return document.append("outcome", operation.outcome().name());
    }

    private static Operation operation(Document document) {
        Date endedAt = document.getDate("endedAt");
        return new Operation(
                document.getString("_id"),
                document.getDate("at").toInstant(),
                new Who(document.getString("by"), document.getString("role"), null, null, 0),
                Role.valueOf(document.getString("role")),
                What.valueOf(document.getString("what")),
                document.getString("projection"),
                document.getLong("position"),
                Asked.Reason.valueOf(document.getString("reason")),
                document.getString("reference"),
                Outcome.valueOf(document.getString("outcome")),
                endedAt == null ? null : endedAt.toInstant());
    }
}

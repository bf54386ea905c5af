package org.paptracker.query.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;
import org.bson.Document;
import org.paptracker.events.DomainEvent;
import org.paptracker.log.Recordings;
import org.paptracker.query.platform.projection.Batch;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.platform.projection.ViewJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The history: one entry an event, under the event's position, so that reading it asks only for exact positions. */
@Component
@ProcessingGroup(Projections.AUDIT)
public class Audit {
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> entries;
    private final AuditWriter writer;
    private final JsonMapper json;

    Audit(MongoDatabase database, AuditWriter writer, JsonMapper json) {
        entries = database.getCollection(Projections.AUDIT);
        this.writer = writer;
        this.json = ViewJson.from(json);
    }

    @EventHandler
    void on(DomainEvent event, EventMessage<DomainEvent> message, UnitOfWork<?> unit) {
        List<AuditEntry> batch = Batch.of(unit).changes(this, ArrayList::new, this::write);
        batch.add(writer.write(Recordings.of(message)));
    }

    /** Of a name that this version does not know: a dead letter, never passed over. */
    @EventHandler
    void on(UnknownSerializedType unreadable, EventMessage<?> message) {
        throw Recordings.unreadable(message);
    }

    @ResetHandler
    void reset() {
        entries.deleteMany(new Document());
    }

    private void write(List<AuditEntry> batch) {
        if (batch.isEmpty()) return; // its only event became a dead letter
        entries.bulkWrite(batch.stream()
                .map(entry -> new ReplaceOneModel<>(new Document("_id", entry.position()), document(entry), OR_INSERT))
                .toList());
    }

    private Document document(AuditEntry entry) {
        return new Document("_id", entry.position())
                .append("plan", entry.plan().value())
                .append("entry", json.writeValueAsString(entry));
    }

    /** The entries at positions {@code from} to {@code to}, the newest first. */
    public List<AuditEntry> between(long from, long to) {
        List<Long> positions = LongStream.rangeClosed(from, to).boxed().toList();
        TreeMap<Long, AuditEntry> found = new TreeMap<>();
        for (Document document : entries.find(new Document("_id", new Document("$in", positions)))) {
            AuditEntry entry = json.readValue(document.getString("entry"), AuditEntry.class);
            found.put(entry.position(), entry);
        }
        return List.copyOf(found.descendingMap().values());
    }
}

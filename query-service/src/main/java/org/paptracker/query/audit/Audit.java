package org.paptracker.query.audit;

import com.mongodb.client.MongoDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.paptracker.log.LogReader;
import org.paptracker.log.Recordings;
import org.paptracker.query.platform.projection.Batch;
import org.paptracker.query.platform.projection.Documents;
import org.paptracker.query.platform.projection.Projected;
import org.paptracker.query.platform.projection.Replacements;
import org.paptracker.query.platform.projection.ShadowCollection;
import org.paptracker.query.platform.projection.ViewJson;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The history: one entry an event, under the event's position, so that reading it asks only for exact positions. */
@Component
@ProcessingGroup(Audit.PROJECTION)
public class Audit {
    public static final String PROJECTION = "audit";

    private final Documents entries;
    private final AuditWriter writer;
    private final JsonMapper json;

    Audit(MongoDatabase database, AuditWriter writer, JsonMapper json) {
        entries = new Documents(database, PROJECTION);
        this.writer = writer;
        this.json = ViewJson.from(json);
    }

    @Bean
    static Projected auditProjected() {
        return () -> PROJECTION;
    }

    @EventHandler
    void on(DomainEvent event, EventMessage<DomainEvent> message, UnitOfWork<?> unit) {
        Map<Long, Kept> batch = Batch.of(unit).changes(this, LinkedHashMap::new, this::write);
        AuditWriter writer = ShadowCollection.own(this.writer, this.writer::another);
        AuditEntry entry = writer.write(Recordings.of(message));
        batch.put(entry.position(), new Kept(entry, 0));
        for (String stream : LogReader.redactedBy(event)) {
            for (AuditEntry again : writer.again(stream, entry.position())) {
                batch.put(again.position(), new Kept(again, entry.position()));
            }
        }
    }

    /** @param redacted position of the last redaction that it was made again for; 0 if there was none */
    private record Kept(AuditEntry entry, long redacted) {}

    /** Of a name that this version does not know: a dead letter, never passed over. */
    @EventHandler
    void on(UnknownSerializedType unreadable, EventMessage<?> message) {
        throw Recordings.unreadable(message);
    }

    @ResetHandler
    void reset() {
        entries.collection().deleteMany(new Document());
    }

    /** An entry that remembers more than the stored one is dropped: late writers must not bring back redacted words. */
    private void write(Map<Long, Kept> batch) {
        Replacements.write(
                entries.collection(),
                batch.values().stream()
                        .map(kept -> Replacements.of(remembersNoLess(kept), document(kept)))
                        .toList());
    }

    private static Document remembersNoLess(Kept kept) {
        return new Document("_id", kept.entry().position())
                .append("redacted", Replacements.not("$gt", kept.redacted()));
    }

    private Document document(Kept kept) {
        AuditEntry entry = kept.entry();
        Document document = new Document("_id", entry.position())
                .append("plan", entry.plan().value());
        if (kept.redacted() > 0) document.append("redacted", kept.redacted());
        return document.append("entry", json.writeValueAsString(entry));
    }

    /** The entries at positions {@code from} to {@code to}, the newest first. */
    public List<AuditEntry> between(long from, long to) {
        List<Long> positions = LongStream.rangeClosed(from, to).boxed().toList();
        return entries.read(collection -> {
            TreeMap<Long, AuditEntry> found = new TreeMap<>();
            for (Document document : collection.find(new Document("_id", new Document("$in", positions)))) {
                AuditEntry entry = json.readValue(document.getString("entry"), AuditEntry.class);
                found.put(entry.position(), entry);
            }
            return List.copyOf(found.descendingMap().values());
        });
    }
}

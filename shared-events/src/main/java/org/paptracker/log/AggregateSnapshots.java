package org.paptracker.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.bson.Document;

/** The newest snapshot of each stream. Axon asks a storage engine for this; no aggregate here is long enough to need it. */
final class AggregateSnapshots {
    private final MongoCollection<Document> collection;

    AggregateSnapshots(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void store(Commit.Entry snapshot) {
        Document stored =
                collection.find(new Document("_id", snapshot.stream())).first();
        if (stored != null && stored.getLong("sequence") >= snapshot.sequence()) return;
        collection.replaceOne(
                new Document("_id", snapshot.stream()),
                new Document("_id", snapshot.stream())
                        .append("streamType", snapshot.streamType())
                        .append("sequence", snapshot.sequence())
                        .append("id", snapshot.id())
                        .append("raisedAt", Date.from(snapshot.raisedAt()))
                        .append("type", snapshot.type())
                        .append("revision", snapshot.revision())
                        .append("payload", snapshot.payload())
                        .append("metadata", snapshot.metadata()),
                new ReplaceOptions().upsert(true));
    }

    Optional<DomainEventData<String>> read(String stream) {
        return Optional.ofNullable(collection.find(new Document("_id", stream)).first())
                .map(AggregateSnapshots::data);
    }

    private static DomainEventData<String> data(Document document) {
        Instant at = document.getDate("raisedAt").toInstant();
        return new GenericDomainEventEntry<>(
                document.getString("streamType"),
                document.getString("_id"),
                document.getLong("sequence"),
                document.getString("id"),
                at,
                document.getString("type"),
                document.getString("revision"),
                document.getString("payload"),
                document.getString("metadata"));
    }
}

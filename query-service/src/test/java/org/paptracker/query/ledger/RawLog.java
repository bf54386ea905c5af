package org.paptracker.query.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.paptracker.query.QueryService;

/** What somebody with the password of the store could do to the log: past the code that writes it. */
record RawLog(QueryService service) {
    MongoDatabase database() {
        return service.bean(MongoDatabase.class);
    }

    MongoCollection<Document> commits() {
        return database().getCollection("events");
    }

    long highest() {
        Document last = commits().find().sort(new Document("_id", -1)).first();
        return last == null ? 0 : last.getLong("_id");
    }

    /** The commit that holds an entry. */
    Document holding(long position) {
        Document commit = commits()
                .find(new Document("_id", new Document("$gte", position)))
                .sort(new Document("_id", 1))
                .first();
        if (commit == null) throw new AssertionError("Nothing at " + position);
        return commit;
    }

    private static int place(Document commit, long position) {
        int size = commit.getList("events", Document.class).size();
        return (int) (position - (commit.getLong("_id") - size + 1));
    }

    Document entry(long position) {
        Document commit = holding(position);
        return commit.getList("events", Document.class).get(place(commit, position));
    }

    void change(long position, UnaryOperator<Document> change) {
        Document commit = holding(position);
        List<Document> entries = commit.getList("events", Document.class);
        int place = place(commit, position);
        entries.set(place, change.apply(entries.get(place)));
        put(commit);
    }

    void put(Document commit) {
        commits().replaceOne(new Document("_id", commit.getLong("_id")), commit);
    }

    /** Appends an entry, of any name and with any payload, signed as if it had been decided. */
    long append(long position, String type, String payload) {
        Date now = Date.from(Instant.now());
        commits()
                .insertOne(service.signed(new Document("_id", position)
                        .append("size", 1)
                        .append("recordedAt", now)
                        .append("keys", List.of("after:" + (position - 1), "raw:" + position + "#0"))
                        .append(
                                "events",
                                List.of(new Document("id", "raw-" + position)
                                        .append("stream", "raw:" + position)
                                        .append("streamType", "raw")
                                        .append("sequence", 0L)
                                        .append("raisedAt", now)
                                        .append("type", type)
                                        .append("revision", "1")
                                        .append("payload", payload)
                                        .append("metadata", "{\"actor\":\"office\"}")))
                        .append("texts", new Document())));
        return position;
    }
}

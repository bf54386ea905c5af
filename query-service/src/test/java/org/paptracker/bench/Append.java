package org.paptracker.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.bson.Document;
import org.paptracker.bench.Load.Length;
import org.paptracker.bench.Load.Work;
import org.paptracker.events.DomainEvent;
import org.paptracker.log.EventSerializer;
import org.paptracker.log.LogMetadata;
import org.paptracker.query.History;
import org.paptracker.values.plan.PlanId;

/**
 * Commits of one event, each to a stream of its own, through the log, by a raw {@code insertOne} of a document like that of
 * a commit, and through Axon's own engine for MongoDB. All in one embedded store.
 */
final class Append {
    private static final String LOG = "the log";
    private static final String RAW = "raw insertOne";
    private static final String PEER = "Axon's engine";
    private static final Map<Integer, Double> LEAST_OF_RAW = Map.of(1, 0.9, 8, 1.2, 32, 1.5);
    private static final Map<Integer, Double> LEAST_OF_PEER = Map.of(8, 1.2, 32, 1.5);
    private static final int STREAMS_OF_40 = 20;

    private final AtomicLong streams = new AtomicLong();
    private final DomainEvent event = new Plans(1, 1, 1).report(new PlanId("bench"), 0, 1);
    private final EventStorageEngine log;
    private final EventStorageEngine fresh;
    private final EventStorageEngine peer;
    private final MongoCollection<Document> raw;
    private final Document like;

    private Append(OpenLog open) {
        MongoDatabase database = open.database();
        log = open.log();
        fresh = open.reading();
        peer = MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database)
                        .domainEventsCollectionName("peer")
                        .build())
                .eventSerializer(new EventSerializer())
                .snapshotSerializer(new EventSerializer())
                .build();
        raw = durable(database, "raw");
        append(log);
        like = database.getCollection("events").find().first();
    }

    /** Acknowledges what is on the disk, as the log's collection does. */
    static MongoCollection<Document> durable(MongoDatabase database, String collection) {
        return database.getCollection(collection).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    static List<Row> measure(Scale scale) throws Exception {
        try (OpenLog open = OpenLog.own(scale.fresh("append"))) {
            Append append = new Append(open);
            var unused = append.loads(1, 8, scale.of(3.0, 0.5)); // while it gets warm
            List<Row> rows = new ArrayList<>();
            for (int clients : List.of(1, 8, 32)) rows.addAll(append.by(clients, scale));
            rows.add(append.loading(scale));
            return rows;
        }
    }

    private Map<String, Load> loads(int rounds, int clients, double seconds) throws Exception {
        Map<String, Work> ways = new LinkedHashMap<>();
        ways.put(RAW, client -> raw.insertOne(new Document(like).append("_id", streams.incrementAndGet())));
        ways.put(PEER, client -> append(peer));
        ways.put(LOG, client -> append(log));
        return Load.inTurn(rounds, clients, Length.of(seconds), ways);
    }

    private List<Row> by(int clients, Scale scale) throws Exception {
        Map<String, Load> loads = loads(scale.of(7, 2), clients, scale.of(1.5, 0.25));
        double rate = loads.get(LOG).perSecond();
        String what = "append, clients: " + clients;
        Row ofRaw = Row.compared(what, rate, "/s", RAW, loads.get(RAW).perSecond());
        Row ofPeer = Row.compared(what, rate, "/s", PEER, loads.get(PEER).perSecond());
        Double least = LEAST_OF_PEER.get(clients);
        return List.of(ofRaw.atLeast(LEAST_OF_RAW.get(clients)), least == null ? ofPeer : ofPeer.atLeast(least));
    }

    private void append(EventStorageEngine engine) {
        append(engine, "action:bench/" + streams.incrementAndGet(), 0);
    }

    private void append(EventStorageEngine engine, String stream, long sequence) {
        engine.appendEvents(
                new GenericDomainEventMessage<>("action", stream, sequence, event, LogMetadata.of(History.OFFICE)));
    }

    private Row loading(Scale scale) throws Exception {
        List<String> forty = LongStream.range(0, STREAMS_OF_40)
                .mapToObj(i -> "action:forty/" + i)
                .toList();
        for (String stream : forty) {
            for (int sequence = 0; sequence < 40; sequence++) {
                append(log, stream, sequence);
                append(peer, stream, sequence);
            }
        }
        Map<String, Work> ways = new LinkedHashMap<>();
        ways.put(PEER, client -> load(peer, forty));
        ways.put(LOG, client -> load(fresh, forty));
        Map<String, Load> loads = Load.inTurn(scale.of(10, 2), 1, new Length(STREAMS_OF_40, 10), ways);
        return Row.compared(
                "load an aggregate of 40 events from the store",
                loads.get(LOG).p50(),
                "ms",
                PEER,
                loads.get(PEER).p50());
    }

    private void load(EventStorageEngine engine, List<String> forty) {
        String stream = forty.get((int) (streams.incrementAndGet() % forty.size()));
        long found = engine.readEvents(stream).asStream().count();
        if (found != 40) throw new IllegalStateException(stream + " has " + found + " events");
    }
}

package org.paptracker.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.fold.Provenance;
import org.paptracker.log.CommitProof;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.log.EventSerializer;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.MongoEventLog;
import org.paptracker.signing.SigningKey;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanId;
import org.slf4j.LoggerFactory;

/**
 * Appends commits of one event, each to a stream of its own, by 1, 8 and 32 clients at once: through the log, by a raw
 * {@code insertOne} of a document like that of a commit, and through Axon's own engine for MongoDB. All on one embedded store,
 * in turn, in one run: the ratios count. Run by {@code ./bench}.
 */
public final class AppendBench {
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 1_500_000_000L;

    private final AtomicLong streams = new AtomicLong();
    private final Map<String, Runnable> ways = new LinkedHashMap<>();

    private AppendBench(MongoDatabase database) {
        EventSerializer serializer = new EventSerializer();
        SigningKey key = SigningKey.make("bench", new SecureRandom());
        MongoEventLog log = MongoEventLog.builder()
                .database(database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .proof(CommitProof.signing(key, () -> new CommitProof.Trusted(List.of(), 0)))
                .build();
        EventStorageEngine peer = MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database)
                        .domainEventsCollectionName("peer")
                        .build())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        MongoCollection<Document> raw =
                database.getCollection("raw").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        log.appendEvents(event());
        Document like = database.getCollection("events").find().first();
        ways.put("raw insertOne", () -> raw.insertOne(new Document(like).append("_id", streams.incrementAndGet())));
        ways.put("Axon's engine", () -> peer.appendEvents(event()));
        ways.put("the log", () -> log.appendEvents(event()));
    }

    private GenericDomainEventMessage<MilestoneProgressRecorded> event() {
        return new GenericDomainEventMessage<>(
                "Action",
                "action:bench/" + streams.incrementAndGet(),
                0,
                new MilestoneProgressRecorded(
                        new PlanId("bench"),
                        new ActionCode("A1"),
                        new MilestoneCode("M1"),
                        BusinessDate.parse("2025-02-13"),
                        ErasableText.of("What was done in this month, in a sentence or two, as people write it."),
                        50,
                        Rating.ON_TRACK,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                MetaData.from(LogMetadata.of(new Provenance("lead-t1", "WORKSTREAM_LEAD", "OCC", null, null))));
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Path directory = Files.createTempDirectory("append-bench");
        try (EmbeddedMongo store = EmbeddedMongo.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            AppendBench bench = new AppendBench(client.getDatabase("bench"));
            bench.round(8); // warms up: what it says is thrown away
            System.out.printf("%-8s", "clients");
            bench.ways.keySet().forEach(way -> System.out.printf(" %14s", way));
            System.out.printf(" %10s %10s%n", "of raw", "of Axon");
            for (int clients : List.of(1, 8, 32)) bench.measure(clients);
        }
        System.exit(0);
    }

    private void measure(int clients) throws Exception {
        List<Map<String, Double>> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) rounds.add(round(clients));
        Map<String, Double> median = new LinkedHashMap<>();
        for (String way : ways.keySet()) {
            double[] each = rounds.stream()
                    .mapToDouble(round -> round.get(way))
                    .sorted()
                    .toArray();
            median.put(way, each[ROUNDS / 2]);
        }
        System.out.printf("%-8d", clients);
        median.values().forEach(each -> System.out.printf(Locale.ROOT, " %,12.0f/s", each));
        System.out.printf(
                Locale.ROOT,
                " %10.2f %10.2f%n",
                median.get("the log") / median.get("raw insertOne"),
                median.get("the log") / median.get("Axon's engine"));
    }

    /** Commits a second, by way. */
    private Map<String, Double> round(int clients) throws Exception {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (Map.Entry<String, Runnable> way : ways.entrySet()) rates.put(way.getKey(), rate(clients, way.getValue()));
        return rates;
    }

    private static double rate(int clients, Runnable append) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            done.add(pool.submit(() -> {
                int count = 0;
                for (; System.nanoTime() - begin < ROUND_NANOS; count++) append.run();
                return count;
            }));
        }
        int all = 0;
        for (Future<Integer> each : done) all += each.get();
        double seconds = (System.nanoTime() - begin) / 1e9;
        pool.shutdown();
        return all / seconds;
    }
}

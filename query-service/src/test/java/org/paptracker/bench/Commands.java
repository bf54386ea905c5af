package org.paptracker.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.paptracker.bench.Load.Length;
import org.paptracker.bench.Load.Work;

/** Progress that is recorded over HTTP while the views take it in, and how soon they have. */
final class Commands {
    static final String PLAN = "bench";
    private static final Plans SHAPE = new Plans(200, 200, 0);
    private static final int MANY = 8;
    private static final int LAGS_A_SECOND = 20;
    private static final String RECORD = "record";
    private static final String RAW = "raw insertOne";
    private static final String NOTHING = "empty endpoint";

    private final Caller lead;
    private final Caller nobody;
    private final Caller reviewer;
    private final MongoCollection<Document> raw;
    private final Document like;
    private final AtomicLong count = new AtomicLong();

    private Commands(Services services, MongoDatabase database) throws Exception {
        lead = Caller.as("lead-t2", services.commands());
        nobody = Caller.anonymous(services.commands());
        reviewer = Caller.as("reviewer", services.queries());
        raw = Append.durable(database, "raw");
        long position = record(lead, PLAN, SHAPE, 0, "like");
        like = database.getCollection("events")
                .find(new Document("_id", position))
                .first();
    }

    static List<Row> measure(Scale scale) throws Exception {
        Path data = scale.fresh("command");
        try (OpenLog log = OpenLog.own(data)) {
            log.tell(SHAPE.told(PLAN), 250);
        }
        try (Services services = Services.start(data, PLAN);
                MongoClient client = MongoClients.create(services.store())) {
            Commands commands = new Commands(services, client.getDatabase("paptracker"));
            var unused = Load.once(MANY, Length.of(scale.of(8.0, 1)), commands::record); // while it gets warm
            List<Row> rows = new ArrayList<>(commands.by(1, scale, new Aims(5, 25, 0)));
            Map<String, Load> many = commands.loads(MANY, scale);
            rows.addAll(commands.rows(MANY, many, new Aims(0, 50, 0.2)));
            rows.add(commands.lag(many.get(RECORD).perSecond() / 2, scale));
            return rows;
        }
    }

    /** Each 0 if there is none. */
    private record Aims(double p50, double p99, double ofRaw) {
        private static Row most(Row row, double most, double found) {
            return most == 0 ? row : row.with(Aim.atMost(most, found).in("ms"));
        }
    }

    private List<Row> by(int clients, Scale scale, Aims aims) throws Exception {
        return rows(clients, loads(clients, scale), aims);
    }

    private Map<String, Load> loads(int clients, Scale scale) throws Exception {
        Map<String, Work> ways = new LinkedHashMap<>();
        ways.put(RAW, client -> raw.insertOne(new Document(like).append("_id", count.incrementAndGet())));
        ways.put(NOTHING, client -> nobody.getNothing());
        ways.put(RECORD, this::record);
        return Load.inTurn(scale.of(7, 2), clients, Length.of(scale.of(2.0, 0.4)), ways);
    }

    private List<Row> rows(int clients, Map<String, Load> loads, Aims aims) {
        Load record = loads.get(RECORD);
        Load nothing = loads.get(NOTHING);
        String what = "record progress over HTTP, clients: " + clients;
        Row p50 = Row.compared(what + ", p50", record.p50(), "ms", NOTHING, nothing.p50());
        Row p99 = Row.compared(what + ", p99", record.p99(), "ms", NOTHING, nothing.p99());
        Row rate =
                Row.compared(what, record.perSecond(), "/s", RAW, loads.get(RAW).perSecond());
        return List.of(
                Aims.most(p50, aims.p50, record.p50()),
                Aims.most(p99, aims.p99, record.p99()),
                aims.ofRaw == 0 ? rate : rate.atLeast(aims.ofRaw),
                Row.compared(what, record.perSecond(), "/s", NOTHING, nothing.perSecond()));
    }

    private void record(int client) throws Exception {
        // Each client has actions of its own: people seldom report on the same one at the same time.
        int own = client + MANY * ThreadLocalRandom.current().nextInt(SHAPE.actions() / MANY);
        long position = record(lead, PLAN, SHAPE, own, "bench-" + count.incrementAndGet());
        if (position <= 0) throw new IllegalStateException("Not recorded");
    }

    /** Reports on a milestone of a plan of that shape; the position in the log. */
    static long record(Caller lead, String plan, Plans shape, int milestone, String key) throws Exception {
        return lead.post(
                Plans.path(plan) + "/actions/" + Plans.action(milestone % shape.actions()) + "/milestones/"
                        + Plans.milestone(milestone) + "/progress",
                key,
                "{\"effectiveOn\": \"2025-02-14\", \"note\": \"Update %s of the teams\", \"rating\": \"ON_TRACK\"}"
                        .formatted(key));
    }

    /**
     * From an acknowledgement until a question is answered that waits for all views to have come so far; and the same
     * question once they have.
     *
     * @param perSecond so many commands, at an even pace, however long each takes
     */
    private Row lag(double perSecond, Scale scale) throws Exception {
        int all = (int) (perSecond * scale.of(25.0, 3));
        int every = Math.max(1, (int) (perSecond / LAGS_A_SECOND));
        ExecutorService pool = Executors.newFixedThreadPool(2 * MANY);
        List<Double> lags = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        try {
            List<Future<?>> sent = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < all; i++) {
                pause(i / perSecond - Load.seconds(start));
                int own = i % SHAPE.actions();
                boolean isAsked = i % every == 0;
                sent.add(pool.submit(() -> {
                    long position = record(lead, PLAN, SHAPE, own, "paced-" + count.incrementAndGet());
                    if (!isAsked) return null;
                    double lag = asked(position);
                    double again = asked(position);
                    synchronized (lags) {
                        lags.add(lag);
                        alone.add(again);
                    }
                    return null;
                }));
            }
            for (Future<?> each : sent) each.get();
        } finally {
            pool.shutdownNow();
        }
        double p99 = Measure.percentile(lags, 99);
        String what = "until the views have it, at %s commands/s, p99".formatted(Table.number(Math.rint(perSecond)));
        return Row.compared(what, p99, "ms", "the same question again", Measure.percentile(alone, 99))
                .with(Aim.atMost(250, p99).in("ms"));
    }

    private double asked(long position) throws Exception {
        long start = System.nanoTime();
        reviewer.await(position, Plans.path(PLAN));
        return Load.seconds(start) * 1000;
    }

    private static void pause(double seconds) throws InterruptedException {
        if (seconds > 0) TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
    }
}

package org.paptracker.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.paptracker.bench.Load.Work;
import org.paptracker.events.DomainEvent;
import org.paptracker.query.History;

/** All views made from a log that was there before, and what the query-service does once there is nothing to do. */
final class Views {
    private static final int EVENTS_A_COMMIT = 50;
    private static final String PLAN = History.PLAN.value();

    private Views() {}

    static List<Row> measure(Scale scale) throws Exception {
        Path data = scale.fresh("views");
        List<DomainEvent> events = BigPlan.events();
        if (scale.isShort()) events = events.subList(0, 2_500);
        try (OpenLog log = OpenLog.own(data)) {
            log.tell(events, EVENTS_A_COMMIT);
        }
        try (Services services = Services.start(data, PLAN);
                MongoClient client = MongoClients.create(services.store())) {
            List<Row> rows = new ArrayList<>();
            Made made = made(services, events.size());
            MongoCollection<Document> log = client.getDatabase("paptracker").getCollection("events");
            String what = "make all views from %,d events, %d a commit".formatted(events.size(), EVENTS_A_COMMIT);
            rows.add(Row.compared(what, made.perSecond, "/s", "raw cursor", cursor(log, events.size()))
                    .atLeast(0.2));
            rows.add(new Row(
                    "the same, processor time of an event",
                    Table.amount(made.queryMillis, "ms"),
                    "command-service, with the store: " + Table.amount(made.commandMillis, "ms"),
                    null,
                    null));
            rows.add(Idle.measure(services, scale));
            rows.add(scrape(services, scale));
            return rows;
        }
    }

    /**
     * How the views were made.
     *
     * @param queryMillis of processor time for each event, in the query-service
     * @param commandMillis likewise in the command-service
     */
    private record Made(double perSecond, double queryMillis, double commandMillis) {}

    /** From when a tenth is in the views, so that the start does not count; if it was faster than that, from the start. */
    private static Made made(Services services, long last) throws Exception {
        Caller reviewer = Caller.as("reviewer", services.queries());
        long first = last / 10;
        reviewer.await(first, Plans.path(PLAN));
        long start = System.nanoTime();
        double query = processorMillis(services.queryProcess());
        double command = processorMillis(services.commandProcess());
        reviewer.await(last, Plans.path(PLAN));
        double seconds = Load.seconds(start);
        double events = last - first;
        if (seconds < 0.3) return new Made(last / services.secondsToReady(), 0, 0);
        return new Made(
                events / seconds,
                (processorMillis(services.queryProcess()) - query) / events,
                (processorMillis(services.commandProcess()) - command) / events);
    }

    private static double processorMillis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    /** Events a second. */
    private static double cursor(MongoCollection<Document> log, int last) {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= 5; round++) {
            long start = System.nanoTime();
            int read = 0;
            for (Document commit : log.find())
                read += commit.getList("events", Document.class).size();
            if (read != last) throw new IllegalStateException(read + " events are there");
            if (round > 0) rates.add(read / Load.seconds(start));
        }
        return Measure.median(rates);
    }

    private static Row scrape(Services services, Scale scale) throws Exception {
        Caller metrics = Caller.as("metrics", services.queries());
        Caller nobody = Caller.anonymous(services.queries());
        Map<String, Work> ways = new LinkedHashMap<>();
        ways.put("nothing", client -> nobody.getNothing());
        ways.put("scrape", client -> metrics.get("/actuator/prometheus"));
        Map<String, Load> loads = Load.inTurn(scale.of(20, 2), 1, scale.ofQuestions(), ways);
        return Row.compared(
                "one scrape of the query-service, p50",
                loads.get("scrape").p50(),
                "ms",
                "empty endpoint",
                loads.get("nothing").p50());
    }
}

package org.paptracker.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.paptracker.bench.Load.Work;
import org.paptracker.events.DomainEvent;
import org.paptracker.log.MongoEventLog;
import org.paptracker.values.plan.PlanId;

/**
 * The same work on logs of different lengths, each event a commit of its own. Each log holds one plan of the same size; it
 * grows by what others have recorded in theirs.
 */
final class Growing {
    private static final Plans SHAPE = new Plans(20, 20, 740); // 40 events of each action
    private static final String PLAN = "bench";
    private static final int WRITERS = 16;
    private static final double MOST = 1.3;

    private final long size;
    private final Services services;
    private final OpenLog open;
    private final MongoEventLog fresh;
    private final Caller lead;
    private final Caller reviewer;
    private final AtomicLong count = new AtomicLong();

    private Growing(long size, Path data) throws Exception {
        this.size = size;
        services = Services.start(data, PLAN);
        open = OpenLog.beside(services, data);
        fresh = open.reading();
        lead = Caller.as("lead-t2", services.commands());
        reviewer = Caller.as("reviewer", services.queries());
    }

    static List<Row> measure(Scale scale) throws Exception {
        List<Growing> logs = new ArrayList<>();
        try {
            List<Long> sizes = scale.isShort() ? List.of(1_000L, 2_000L) : List.of(1_000L, 10_000L, 100_000L);
            for (long size : sizes) logs.add(new Growing(size, filled(scale.fresh("log"), size)));
            for (Growing log : logs) log.reviewer.await(log.size, Plans.path(PLAN));
            Map<String, List<Work>> measures = new LinkedHashMap<>();
            measures.put("append, 1 client", works(logs, Growing::append));
            measures.put("load an aggregate of 40 events", works(logs, Growing::load));
            measures.put("record progress over HTTP", works(logs, Growing::record));
            measures.put("audit of a plan, a page of 50", works(logs, log -> log.ask("/audit")));
            measures.put("progress by theme", works(logs, log -> log.ask("/progress?by=theme")));
            measures.put("milestones, a page of 50", works(logs, log -> log.ask("/milestones")));
            List<Row> rows = new ArrayList<>();
            for (Map.Entry<String, List<Work>> each : measures.entrySet())
                rows.add(row(each.getKey(), each.getValue(), logs, scale));
            return rows;
        } finally {
            for (Growing log : logs) log.close();
        }
    }

    private interface Doing {
        void run(Growing log) throws Exception;
    }

    private static List<Work> works(List<Growing> logs, Doing doing) {
        return logs.stream().<Work>map(log -> client -> doing.run(log)).toList();
    }

    private static Row row(String what, List<Work> works, List<Growing> logs, Scale scale) throws Exception {
        Map<Growing, Work> ways = new LinkedHashMap<>();
        for (int i = 0; i < logs.size(); i++) ways.put(logs.get(i), works.get(i));
        Map<Growing, Load> loads = Load.inTurn(scale.of(20, 2), 1, scale.ofQuestions(), ways);
        int last = logs.size() - 1;
        String beside = logs.subList(0, last).stream()
                .map(log -> "%,d: %s ms"
                        .formatted(log.size, Table.number(loads.get(log).p50())))
                .collect(Collectors.joining("; "));
        Growing longest = logs.get(last);
        double p50 = loads.get(longest).p50();
        return new Row(
                        "%s, log of %,d events".formatted(what, longest.size),
                        Table.amount(p50, "ms"),
                        beside,
                        p50 / loads.get(logs.get(0)).p50(),
                        null)
                .atMost(MOST);
    }

    private static Path filled(Path data, long size) throws Exception {
        long start = System.nanoTime();
        try (OpenLog log = OpenLog.own(data)) {
            List<DomainEvent> own = SHAPE.told(PLAN);
            List<List<DomainEvent>> others = new ArrayList<>();
            for (long left = size - own.size(); left > 0; left -= own.size()) {
                List<DomainEvent> other = SHAPE.told("other-" + others.size());
                others.add(other.subList(0, (int) Math.min(left, other.size())));
            }
            log.tellAtOnce(List.of(own), 1).tellAtOnce(others, WRITERS);
            if (log.log().position() != size) throw new IllegalStateException("Not " + size + " events");
        }
        Scale.note("filled a log with %,d events in %.0f s".formatted(size, Load.seconds(start)));
        return data;
    }

    private void append() {
        open.tell(List.of(SHAPE.report(new PlanId("appended-" + count.incrementAndGet()), 0, 1)), 1);
    }

    private void load() {
        String stream = "action:" + PLAN + "/" + Plans.action((int) (count.incrementAndGet() % SHAPE.actions()));
        long found = fresh.readEvents(stream).asStream().count();
        if (found < 40) throw new IllegalStateException(stream + " has " + found + " events");
    }

    private void record() throws Exception {
        int milestone = (int) (count.incrementAndGet() % SHAPE.milestones());
        long position = Commands.record(lead, PLAN, SHAPE, milestone, "growing-" + count);
        if (position <= size) throw new IllegalStateException("Not recorded");
    }

    private void ask(String question) throws Exception {
        reviewer.get(Plans.path(PLAN) + question);
    }

    private void close() {
        open.close();
        services.close();
    }
}

package org.paptracker.bench;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.paptracker.bench.Load.Work;
import org.paptracker.events.DomainEvent;
import org.paptracker.query.History;

/** Each kind of question: about the plan that is shipped, and as at another time about a long history. */
final class Questions {
    private static final String NOTHING = "empty endpoint";
    private static final String PLAN = History.PLAN.value();
    private static final String ROOT = Plans.path(PLAN);
    private static final String AGAIN = "progress by theme, asked again with its ETag if it has one";
    private static final int OTHERS_ENTRIES = 4_000;
    private static final double MOST_MILLIS = 10;
    private static final double MOST_MILLIS_AS_AT = 50;
    private static final double MOST_MILLIS_FIRST = 1_000;

    private Questions() {}

    static List<Row> measure(Scale scale) throws Exception {
        List<Row> rows = new ArrayList<>(shipped(scale));
        rows.addAll(longHistory(scale));
        return rows;
    }

    private static List<Row> shipped(Scale scale) throws Exception {
        Path data = scale.fresh("oxfordshire");
        try (Services services = Services.oxfordshire(data)) {
            Caller reviewer = Caller.as("reviewer", services.queries());
            List<Row> rows = new ArrayList<>();
            long last;
            try (OpenLog log = OpenLog.beside(services, data)) {
                reviewer.await(log.log().position(), ROOT);
                rows.addAll(rows(pages(reviewer), services, MOST_MILLIS, scale));
                log.tell(new Plans(40, 40, OTHERS_ENTRIES - 121).told("others"), 50);
                last = log.log().position();
            }
            reviewer.await(last, ROOT);
            String quiet = "audit, a page of 50, after others recorded %,d entries".formatted(OTHERS_ENTRIES);
            rows.addAll(rows(Map.of(quiet, client -> reviewer.get(ROOT + "/audit")), services, MOST_MILLIS, scale));
            return rows;
        }
    }

    private static Map<String, Work> pages(Caller reviewer) throws Exception {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("progress by theme", "/progress?by=theme");
        paths.put("milestones, a page of 50", "/milestones");
        paths.put("one action", "/actions/PA3-01");
        paths.put("audit, a page of 50", "/audit");
        paths.put("gaps in the evidence, a page of 50", "/evidence/gaps");
        paths.put("changes since the last stocktake", "/changes?from=stocktake:2025-02");
        paths.put("the pack of a stocktake", "/stocktakes/2025-02/pack");
        paths.put("progress as CSV", "/exports/progress");
        Map<String, Work> ways = new LinkedHashMap<>();
        paths.forEach((what, path) -> ways.put(what, client -> reviewer.get(ROOT + path)));
        HttpResponse<String> first = reviewer.ask(ROOT + "/progress?by=theme");
        String etag = first.headers().firstValue("ETag").orElse("\"none\"");
        ways.put(AGAIN, client -> reviewer.get(ROOT + "/progress?by=theme", "If-None-Match", etag));
        return ways;
    }

    private static List<Row> longHistory(Scale scale) throws Exception {
        Path data = scale.fresh("long");
        List<DomainEvent> events = BigPlan.events();
        if (scale.isShort()) events = events.subList(0, 2_000);
        long last = events.size();
        try (OpenLog log = OpenLog.own(data)) {
            log.tell(events, 50);
        }
        String of = ", of %,d events".formatted(last);
        List<Row> rows = new ArrayList<>();
        try (Services services = Services.start(data, PLAN)) {
            Caller reviewer = Caller.as("reviewer", services.queries());
            reviewer.await(last, ROOT);
            Map<String, Work> ways = new LinkedHashMap<>();
            ways.put(
                    "milestones as at a position, a page of 50" + of,
                    client -> reviewer.get(ROOT + "/milestones?knownAt=" + position(last)));
            ways.put(
                    "milestones as at a day, a page of 50" + of,
                    client -> reviewer.get(ROOT + "/milestones?effectiveAt=" + day()));
            ways.put(
                    "progress by theme as at both" + of,
                    client -> reviewer.get(
                            ROOT + "/progress?by=theme&knownAt=" + position(last) + "&effectiveAt=" + day()));
            ways.put("changes over the whole log" + of, client -> reviewer.get(ROOT + "/changes?from=position:0"));
            rows.addAll(rows(ways, services, MOST_MILLIS_AS_AT, scale));
        }
        rows.add(firstAsAt(data, last, of, scale));
        return rows;
    }

    /** Asked as soon as somebody has signed in and asked how things are now, which is what the start itself costs. */
    private static Row firstAsAt(Path data, long last, String of, Scale scale) throws Exception {
        List<Double> now = new ArrayList<>();
        List<Double> asAt = new ArrayList<>();
        for (int start = 0; start < scale.of(3, 1); start++) {
            try (Services services = Services.start(data, PLAN)) {
                Caller reviewer = Caller.as("reviewer", services.queries());
                String path = ROOT + "/milestones";
                now.add(milliseconds(() -> reviewer.get(path)));
                asAt.add(milliseconds(() -> reviewer.get(path + "?knownAt=" + position(last))));
            }
        }
        double first = Measure.median(asAt);
        String what = "the first question as at a position after a start" + of;
        return Row.compared(what, first, "ms", "the very first, as it is now", Measure.median(now))
                .with(Aim.atMost(MOST_MILLIS_FIRST, first).in("ms"));
    }

    private interface Once {
        void ask() throws Exception;
    }

    private static double milliseconds(Once once) throws Exception {
        long start = System.nanoTime();
        once.ask();
        return Load.seconds(start) * 1000;
    }

    private static String position(long last) {
        return "position:" + ThreadLocalRandom.current().nextLong(last / 2, last);
    }

    private static LocalDate day() {
        return BigPlan.FIRST_DAY.plusDays(ThreadLocalRandom.current().nextInt(100, BigPlan.DAYS));
    }

    /** A row for each at p50, with p99 beside the figure, against the empty endpoint. */
    private static List<Row> rows(Map<String, Work> ways, Services services, double most, Scale scale)
            throws Exception {
        Caller nobody = Caller.anonymous(services.queries());
        Map<String, Work> all = new LinkedHashMap<>();
        all.put(NOTHING, client -> nobody.getNothing());
        all.putAll(ways);
        Map<String, Load> loads = Load.inTurn(scale.of(20, 2), 1, scale.ofQuestions(), all);
        Load nothing = loads.get(NOTHING);
        return ways.keySet().stream()
                .map(what -> row(what, loads.get(what), nothing, most))
                .toList();
    }

    private static Row row(String what, Load load, Load nothing, double most) {
        if (what.equals(AGAIN)) {
            return Row.compared(what, load.perSecond(), "/s", NOTHING, nothing.perSecond())
                    .atLeast(0.5);
        }
        return new Row(what, both(load), NOTHING + ": " + both(nothing), load.p50() / nothing.p50(), null)
                .with(Aim.atMost(most, load.p50()).in("ms p50"));
    }

    private static String both(Load load) {
        return "%s ms p50, %s ms p99".formatted(Table.number(load.p50()), Table.number(load.p99()));
    }
}

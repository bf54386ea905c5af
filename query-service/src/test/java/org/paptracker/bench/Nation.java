package org.paptracker.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.paptracker.bench.Load.Work;

/** A plan for each local area of England in one log, against a log that holds one of them alone. */
final class Nation {
    private static final Plans SHAPE = new Plans(60, 160, 160);
    private static final int EVENTS_A_COMMIT = 250;
    private static final String ALONE = "alone";
    private static final String AMONG_ALL = "among all";
    private static final double MOST = 1.3;

    private Nation() {}

    static List<Row> measure(Scale scale) throws Exception {
        int plans = scale.of(153, 4);
        Path all = scale.fresh("all");
        Path one = scale.fresh("one");
        long lastOfAll = fill(all, plans);
        long lastOfOne = fill(one, 1);
        try (Services nation = Services.start(all, plan(0));
                Services area = Services.start(one, plan(0))) {
            Caller ofAll = Caller.as("reviewer", nation.queries());
            Caller ofOne = Caller.as("reviewer", area.queries());
            String root = Plans.path(plan(0));
            ofAll.await(lastOfAll, root);
            ofOne.await(lastOfOne, root);
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("progress by theme", "/progress?by=theme");
            pages.put("milestones, a page of 50", "/milestones");
            pages.put("audit, a page of 50", "/audit");
            pages.put("one action", "/actions/" + Plans.action(7));
            List<Row> rows = new ArrayList<>();
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Map<String, Work> ways = new LinkedHashMap<>();
                ways.put(ALONE, client -> ofOne.get(root + page.getValue()));
                ways.put(AMONG_ALL, client -> ofAll.get(root + page.getValue()));
                Map<String, Load> loads = Load.inTurn(scale.of(20, 2), 1, scale.ofQuestions(), ways);
                String what = "%s, one plan of %d, %,d events".formatted(page.getKey(), plans, lastOfAll);
                double p50 = loads.get(AMONG_ALL).p50();
                rows.add(Row.compared(what, p50, "ms", ALONE, loads.get(ALONE).p50())
                        .atMost(MOST));
            }
            return rows;
        }
    }

    private static String plan(int number) {
        return "area-" + number;
    }

    /** The plan that is asked about stands first, and the others after it. */
    private static long fill(Path data, int plans) {
        try (OpenLog log = OpenLog.own(data)) {
            for (int i = 0; i < plans; i++) log.tell(SHAPE.told(plan(i)), EVENTS_A_COMMIT);
            return log.log().position();
        }
    }
}

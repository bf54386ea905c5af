package org.paptracker.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.paptracker.bench.Load.Length;
import org.paptracker.query.History;

/** How soon both are ready, at the same time, on a store that holds the plan that is shipped; and how much memory they take. */
final class Starting {
    private static final double MOST_SECONDS = 3;
    private static final double MOST_MIB = 300;

    private Starting() {}

    static List<Row> measure(Scale scale) throws Exception {
        Path data = scale.fresh("start");
        Services.oxfordshire(data).close();
        List<Double> ready = new ArrayList<>();
        List<Double> java = new ArrayList<>();
        List<Double> command = new ArrayList<>();
        List<Double> query = new ArrayList<>();
        for (int start = 0; start < scale.of(5, 1); start++) {
            java.add(emptyJava());
            try (Services services = Services.oxfordshire(data)) {
                ready.add(services.secondsToReady());
                use(services, start);
                command.add(Services.resident(services.commandProcess()));
                query.add(Services.resident(services.queryProcess()));
            }
        }
        double seconds = Measure.median(ready);
        return List.of(
                Row.compared("start both services", seconds, "s", "java -version", Measure.median(java))
                        .with(Aim.atMost(MOST_SECONDS, seconds).in("s")),
                memory("command-service, after 50 commands", command),
                memory("query-service, after 200 questions", query));
    }

    /** What they have never done takes no memory. */
    private static void use(Services services, int start) throws Exception {
        Caller lead = Caller.as("lead-t2", services.commands());
        Caller reviewer = Caller.as("reviewer", services.queries());
        String root = Plans.path(History.PLAN.value());
        for (int i = 0; i < 50; i++) {
            lead.post(
                    root + "/actions/PA3-01/milestones/PA3-01.2/progress",
                    "start-" + start + "-" + i,
                    "{\"effectiveOn\": \"2025-03-03\", \"note\": \"Update %d\"}".formatted(i));
        }
        for (String page : List.of("/progress?by=theme", "/milestones", "/audit", "/evidence/gaps")) {
            var unused = Load.once(1, new Length(50, 60), client -> reviewer.get(root + page));
        }
    }

    private static Row memory(String of, List<Double> mebibytes) {
        double resident = Measure.median(mebibytes);
        return Row.of(
                "resident memory of the " + of,
                Table.amount(resident, "MiB"),
                Aim.atMost(MOST_MIB, resident).in("MiB"));
    }

    /** Seconds that a Java takes that has nothing to do: how fast this machine starts one. */
    private static double emptyJava() throws Exception {
        long start = System.nanoTime();
        new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Load.seconds(start);
    }
}

package org.paptracker.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How often a query-service asks the store while nobody asks it anything, by the count of its own driver. */
final class Idle {
    private static final String QUESTIONS = "mongodb_driver_commands_seconds_count";

    private Idle() {}

    static Row measure(Services services, Scale scale) throws IOException, InterruptedException {
        Caller metrics = Caller.as("metrics", services.queries());
        double before = questions(metrics);
        double ofAScrape = questions(metrics) - before; // the one before has asked too
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(scale.of(20, 2)); // nothing is to happen, and it does not say when it has not asked
        double after = questions(metrics);
        double perSecond = (after - before - 2 * ofAScrape) / Load.seconds(start);
        return Row.of("questions of an idle query-service to the store", Table.amount(perSecond, "/s"), null);
    }

    private static double questions(Caller metrics) throws IOException, InterruptedException {
        List<Double> counts = metrics.ask("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(QUESTIONS + "{"))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
        if (counts.isEmpty()) throw new IllegalStateException("The service does not count what it asks the store");
        return counts.stream().mapToDouble(Double::doubleValue).sum();
    }
}
